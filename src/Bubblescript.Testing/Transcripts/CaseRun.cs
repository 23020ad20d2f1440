using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Diagnostics;
using Bubblescript.Testing.TestBlocks;
using Bubblescript.Testing.Transcripts.Steps;
using Bubblescript.Testing.Worlds;
using Bubblescript.Values;

namespace Bubblescript.Testing.Transcripts;

/// <summary>One run of a case.</summary>
internal sealed class CaseRun(TranscriptCase transcriptCase, TranscriptOptions options)
{
    private readonly CaseContent _content = transcriptCase.Content;
    private readonly CaseRows _rows = new();
    private int _position;

    public async Task<TranscriptResult> RunAsync(CancellationToken cancellationToken)
    {
        if (!_content.Problems.IsEmpty)
        {
            return Fail(_content.Problems[0].Number, _content.Problems[0].Text);
        }

        (ImmutableArray<Bot> bots, ImmutableArray<Diagnostic> diagnostics) = CaseBots.Build(transcriptCase);
        if (_content.Diagnostics is { } expected)
        {
            return DiagnosticComparison.Compare(transcriptCase, expected, diagnostics);
        }

        if (diagnostics.FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            _rows.Add([], [.. diagnostics.SelectMany(static diagnostic => diagnostic.ToString().Split('\n'))], isFailure: true);
            return Fail(DiagnosticComparison.LineOf(transcriptCase, error), $"the bot does not run: {error.FullMessage}");
        }

        if (bots.IsEmpty)
        {
            return Fail(transcriptCase.Line, "there is no bot: neither the case nor its folder has a script");
        }

        TranscriptResult result = await RunAsync(bots, cancellationToken).ConfigureAwait(false);
        return result.Passed && !_content.Bots.IsEmpty ? await RunTestsAsync(result, bots, cancellationToken).ConfigureAwait(false) : result;
    }

    /// <summary>The test blocks of scripts that stand in the transcript belong to the case.</summary>
    private async Task<TranscriptResult> RunTestsAsync(TranscriptResult passed, ImmutableArray<Bot> bots, CancellationToken cancellationToken)
    {
        foreach (BotTest test in bots[0].Tests)
        {
            TestBlockResult result = await new TestBlockRun(bots, test, options).RunAsync(cancellationToken).ConfigureAwait(false);
            if (!result.Passed)
            {
                int line = DiagnosticComparison.LineOf(transcriptCase, result.File, result.Line);
                return new TranscriptResult(transcriptCase, $"test \"{test.Name}\": {result.Failure}", line, result.Rows);
            }
        }

        return passed;
    }

    private async Task<TranscriptResult> RunAsync(ImmutableArray<Bot> bots, CancellationToken cancellationToken)
    {
        TestWorldOptions worldOptions = new() { CreateStore = options.CreateStore, RandomSeed = options.RandomSeed, Configure = options.Configure };
        TestWorld world = await TestWorld.StartAsync(bots, worldOptions, cancellationToken).ConfigureAwait(false);
        await using (world.ConfigureAwait(false))
        {
            StepRunner runner = new(world, _rows, options.RestartsBeforeEveryStep);
            try
            {
                await RunStepsAsync(world, runner, cancellationToken).ConfigureAwait(false);
                return new TranscriptResult(transcriptCase, Failure: null, transcriptCase.Line, _rows.ToImmutable());
            }
            catch (CaseFailedException failure)
            {
                AddRest(world, runner);
                return Fail(failure.Line, failure.Message);
            }
            catch (TimeoutException)
            {
                AddRest(world, runner);
                return Fail(LineOf(_position), "the bot did not come to rest within a minute");
            }
        }
    }

    private async Task RunStepsAsync(TestWorld world, StepRunner runner, CancellationToken cancellationToken)
    {
        bool isConnected = _content.Steps.FirstOrDefault() is not OpenStep { IsOpened: false };
        await world.OpenAsync(TranscriptStep.DefaultConversation, "main", isConnected, MapValue.Empty, cancellationToken).ConfigureAwait(false);
        for (; _position < _content.Steps.Length; _position++)
        {
            await runner.RunAsync(_content.Steps[_position], cancellationToken).ConfigureAwait(false);
        }

        runner.ExpectNothingMore(LineOf(_content.Steps.Length - 1));
    }

    /// <summary>What the transcript still says beside what the bot has still done.</summary>
    private void AddRest(TestWorld world, StepRunner runner)
    {
        IEnumerable<TranscriptStep> steps = _content.Steps.Skip(_position + (runner.IsListed ? 1 : 0));
        IEnumerable<string> actual = world.Conversations.SelectMany(static conversation =>
            conversation.Pending.SelectMany(observation => observation.ToLines(conversation.Name)));
        _rows.Add([.. steps.SelectMany(static step => step.Head.Lines)], [.. actual]);
    }

    private int LineOf(int position) => position >= 0 && position < _content.Steps.Length ? _content.Steps[position].Head.Line : transcriptCase.Line;

    private TranscriptResult Fail(int line, string message) => new(transcriptCase, message, line, _rows.ToImmutable());
}
