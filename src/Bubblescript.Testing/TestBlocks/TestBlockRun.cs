using System.Collections.Concurrent;
using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Syntax.Tree;
using Bubblescript.Testing.Transcripts;
using Bubblescript.Testing.Worlds;
using Bubblescript.Values;

namespace Bubblescript.Testing.TestBlocks;

/// <summary>One run of a <c>test</c> block.</summary>
internal sealed class TestBlockRun
{
    private readonly ImmutableArray<Bot> _bots;
    private readonly BotTest _test;
    private readonly TranscriptOptions _options;
    private readonly CaseRows _rows = new();
    private readonly ConcurrentDictionary<string, Value> _mocks = new(StringComparer.Ordinal);

    /// <param name="bots">The bots of the workspace; the test is the first one's.</param>
    /// <param name="test">The test.</param>
    /// <param name="options">How the host is made.</param>
    public TestBlockRun(ImmutableArray<Bot> bots, BotTest test, TranscriptOptions options)
    {
        _bots = bots;
        _test = test;
        _options = options;
    }

    public async Task<TestBlockResult> RunAsync(CancellationToken cancellationToken)
    {
        TestWorldOptions worldOptions = new()
        {
            CreateStore = _options.CreateStore,
            RandomSeed = _options.RandomSeed,
            Configure = Configure,
        };
        TestWorld world = await TestWorld.StartAsync(_bots, worldOptions, cancellationToken).ConfigureAwait(false);
        await using (world.ConfigureAwait(false))
        {
            TestConversation conversation = await world
                .OpenAsync(TranscriptStep.DefaultConversation, "main", isConnected: false, MapValue.Empty, cancellationToken)
                .ConfigureAwait(false);
            TestStatements statements = new(world, conversation, _test.Place.Source, _rows, _mocks);
            try
            {
                await statements.RunTestAsync(_test.Body, cancellationToken).ConfigureAwait(false);
                return Finish(LineOf(_test.Place.Span.Start), failure: null);
            }
            catch (CaseFailedException failure)
            {
                _rows.Add([], [.. conversation.Pending.SelectMany(observation => observation.ToLines(conversation.Name))]);
                return Finish(failure.Line, failure.Message);
            }
            catch (TimeoutException)
            {
                return Finish(LineOf(_test.Place.Span.Start), "the bot did not come to rest within a minute");
            }
        }
    }

    private void Configure(BotHostBuilder builder)
    {
        builder.UseMocks(_mocks);
        _options.Configure?.Invoke(builder);
    }

    private TestBlockResult Finish(int line, string? failure) => new(_test.Name, _test.Place.Source.Path, line, failure, _rows.ToImmutable());

    private int LineOf(int offset) => _test.Place.Source.GetPosition(offset).Line;
}
