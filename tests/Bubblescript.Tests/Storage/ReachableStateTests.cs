using System.Text;
using Bubblescript.Coordination;
using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Storage;
using Bubblescript.Testing;

namespace Bubblescript.Tests.Storage;

/// <summary>Every state that a transcript reaches saves and loads to an equal state.</summary>
public sealed class ReachableStateTests
{
    public static TheoryData<string> Paths => AllTranscripts.Paths;

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_state_of_every_transcript_comes_back_equal(string path)
    {
        Transcript transcript = Transcript.Load(Path.Combine(RepositoryFolder.Path, path));
        List<string> differences = [];
        int states = 0;
        TranscriptOptions options = new() { Configure = builder => builder.UseTurnRunner(Run) };
        foreach (TranscriptCase transcriptCase in transcript.Cases)
        {
            await TranscriptRunner.RunAsync(transcriptCase, options, TestContext.Current.CancellationToken);
        }

        differences.Should().BeEmpty();
        (states > 0 || path.EndsWith("diagnostics.md", StringComparison.Ordinal)).Should().BeTrue();

        TurnResult Run(Workspace workspace, ProcessState state, ProcessInput input, TurnEnvironment environment)
        {
            TurnResult result = Interpreter.Run(workspace, state, input, environment);
            ProcessStateSerializer serializer = new(workspace);
            ReadOnlyMemory<byte> saved = serializer.Write(new LoadedProcess(result.State, 1));
            LoadReport report = new();
            ReadOnlyMemory<byte> again = serializer.Write(serializer.Read(state.Identity.Address, saved, report) with { Version = 1 });
            lock (differences)
            {
                states++;
                if (!saved.Span.SequenceEqual(again.Span) || report.Warnings.Count > 0 || report.Reentered > 0)
                {
                    differences.Add(Encoding.UTF8.GetString(saved.Span) + "\n" + Encoding.UTF8.GetString(again.Span));
                }
            }

            return result;
        }
    }
}
