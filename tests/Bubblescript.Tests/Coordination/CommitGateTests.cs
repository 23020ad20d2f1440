using System.Globalization;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Sqlite;
using Bubblescript.Values;

namespace Bubblescript.Tests.Coordination;

public sealed class CommitGateTests
{
    private readonly List<IThreadPoolWorkItem> _scheduled = [];
    private readonly Crowd _crowd = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void As_many_enter_as_the_capacity_says()
    {
        CommitGate gate = new(capacity: 2, _scheduled.Add);
        gate.TryEnter().Should().BeTrue();
        gate.TryEnter().Should().BeTrue();
        gate.TryEnter().Should().BeFalse();
        gate.Leave();
        gate.TryEnter().Should().BeTrue();
        _scheduled.Should().BeEmpty();
    }

    [Fact]
    public void Who_waits_is_scheduled_when_another_leaves_in_the_order_of_coming()
    {
        CommitGate gate = new(capacity: 1, _scheduled.Add);
        Visitor first = new(gate, _crowd, 1, _scheduled.Add, static () => { });
        Visitor second = new(gate, _crowd, 1, _scheduled.Add, static () => { });
        gate.TryEnter();
        gate.Park(first);
        gate.Park(second);
        _scheduled.Should().BeEmpty();
        gate.Leave();
        _scheduled.Should().Equal(first);
        first.Execute();
        _scheduled.Should().Equal(first, second);
    }

    [Fact]
    public void Who_comes_later_does_not_overtake_who_waits()
    {
        CommitGate gate = new(capacity: 1, _scheduled.Add);
        Visitor waiting = new(gate, _crowd, 1, _scheduled.Add, static () => { });
        gate.TryEnter();
        gate.Park(waiting);
        gate.Leave();
        gate.TryEnter().Should().BeFalse();
        waiting.Execute();
        gate.TryEnter().Should().BeTrue();
    }

    [Fact]
    public void Who_waits_only_after_all_have_left_is_scheduled_at_once()
    {
        CommitGate gate = new(capacity: 1, _scheduled.Add);
        Visitor late = new(gate, _crowd, 1, _scheduled.Add, static () => { });
        gate.TryEnter();
        gate.TryEnter().Should().BeFalse();
        gate.Leave();
        gate.Park(late);
        _scheduled.Should().Equal(late);
    }

    [Fact]
    public async Task Many_threads_pass_without_losing_anybody_and_never_more_than_may()
    {
        const int visitors = 200;
        const int visits = 200;
        using CountdownEvent left = new(visitors);
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        CommitGate gate = new(capacity: 3, Schedule);
        for (int i = 0; i < visitors; i++)
        {
            Schedule(new Visitor(gate, _crowd, visits, Schedule, () =>
            {
                if (left.Signal())
                {
                    done.SetResult();
                }
            }));
        }

        await done.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        _crowd.Most.Should().BeInRange(1, 3);

        static void Schedule(IThreadPoolWorkItem work) => ThreadPool.UnsafeQueueUserWorkItem(work, preferLocal: false);
    }

    [Fact]
    public async Task More_conversations_than_the_store_takes_at_once_are_all_answered()
    {
        const int users = 2_500;
        string folder = Directory.CreateTempSubdirectory("bubblescript-gate").FullName;
        try
        {
            await using BotHost host = new BotHostBuilder()
                .AddBot(Bot.Parse("""
                    dialog main do
                      repeat do
                        ask "What?"
                        count = count + 1
                      end
                    end
                    """))
                .UseSqlite(Path.Combine(folder, "chat.db"))
                .Build();
            await host.StartAsync(Cancellation);
            Conversation[] chats = await Task.WhenAll(
                Enumerable.Range(0, users).Select(i => host.OpenAsync(i.ToString(CultureInfo.InvariantCulture), cancellationToken: Cancellation)));
            await Task.WhenAll(chats.SelectMany(static chat => new[] { chat.SendAsync("one"), chat.SendAsync("two") }));
            await host.WhenIdleAsync(Cancellation);
            foreach (Conversation chat in chats)
            {
                (await chat.EvaluateAsync("count", Cancellation)).Should().Be((Value)2);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
