using System.Runtime.CompilerServices;
using Bubblescript.Coordination;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Storage;
using Bubblescript.Testing;
using Bubblescript.Testing.Stores;
using Bubblescript.Tests.Coordination;
using Bubblescript.Values;

namespace Bubblescript.Tests.Storage;

/// <summary>Inputs that were stored when a host ended, and are handed out when the next one starts.</summary>
public sealed class StoredInputTests
{
    private const string Script = """
        dialog main do
        end

        task event: "pass" do
          emit "passed", "new", to: event.payload
        end

        task event: "passed" do
          received = received + [event.payload]
        end
        """;

    [Fact]
    public async Task What_the_first_of_them_send_is_handed_out_once_and_after_older_ones()
    {
        VirtualTimeProvider clock = new();
        InMemoryStore memory = new();
        string ann;
        string bob;
        await using (TestHost before = await TestHost.StartAsync([TestHost.MakeBot(Script)], FaultyStore.Durable(memory), clock))
        {
            ann = (await before.OpenAsync("ann")).Address;
            bob = (await before.OpenAsync("bob")).Address;
        }

        await AcceptAsync(memory, "1", ann, "pass", bob);
        await AcceptAsync(memory, "2", bob, "passed", "old");
        SeededScheduler scheduler = new(seed: 1);
        await using BotHost after = new BotHostBuilder()
            .AddBot(TestHost.MakeBot(Script))
            .UseStore(new PagedStore(memory, betweenPages: scheduler.RunAllInOrder))
            .UseTimeProvider(clock)
            .UseOptions(new BotHostOptions { Scheduler = scheduler })
            .Build();
        await after.StartAsync(TestContext.Current.CancellationToken);
        scheduler.RunAllInOrder();

        Snapshots.Of(after.Processes.Find(bob)!.State!, after.Processes.Workspace).Variables["received"].ToString().Should().Be("old, new");
    }

    [Fact]
    public async Task A_start_that_fails_half_way_runs_nothing_and_the_next_one_runs_everything_once()
    {
        InMemoryStore memory = new();
        await AcceptAsync(memory, "1", ProcessAddress.OfMaster("main"), "count", default);
        bool isFailing = true;
        int reads = 0;
        FaultyStore store = new(memory, call => call == StoreCall.Read && isFailing && ++reads == 2 ? StoreFault.FailBefore : StoreFault.None);
        await using BotHost host = new BotHostBuilder()
            .AddBot(TestHost.MakeBot("dialog main do end", master: """
                dialog main do
                  log "started"
                end

                task event: "count" do
                  log "counted"
                end
                """))
            .UseStore(store)
            .Build();
        List<string> logged = [];
        using IDisposable watching = host.Observe(happened =>
        {
            if (happened is ScriptLog log)
            {
                logged.Add(log.Text);
            }
        });

        await FluentActions.Awaiting(() => host.StartAsync(TestContext.Current.CancellationToken)).Should().ThrowAsync<StoreException>();
        await host.WhenIdleAsync(TestContext.Current.CancellationToken);
        logged.Should().BeEmpty();

        isFailing = false;
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.WhenIdleAsync(TestContext.Current.CancellationToken);
        logged.Should().Equal("started", "counted");
    }

    private static ValueTask AcceptAsync(InMemoryStore store, string id, string to, string name, Value payload)
    {
        EventInput input = new(name, payload, Sender: null, EventOrigin.Process);
        return store.AcceptAsync(new StoredInput(id, to, new StateDocument(InputSerializer.Write(new SavedInput(input, CreatorBotId: null)))));
    }

    /// <summary>Reads its inputs page by page, as files are read: what is stored meanwhile is on the next page.</summary>
    private sealed class PagedStore(InMemoryStore inner, Action betweenPages) : PassingStore(inner)
    {
        public override async IAsyncEnumerable<StoredInput> ReadInputsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            HashSet<string> read = new(StringComparer.Ordinal);
            while (await NextAsync(read, cancellationToken) is { } input)
            {
                yield return input;
                betweenPages();
            }
        }

        private async Task<StoredInput?> NextAsync(HashSet<string> read, CancellationToken cancellationToken)
        {
            await foreach (StoredInput input in Inner.ReadInputsAsync(cancellationToken))
            {
                if (read.Add(input.Id))
                {
                    return input;
                }
            }

            return null;
        }
    }
}
