using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Coordination.Telemetry;
using Bubblescript.Storage;
using Bubblescript.Tests.Hosting;
using Bubblescript.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bubblescript.Tests.Coordination.Telemetry;

/// <summary>What monitors see of a host. Listeners are for all of the program, so each test looks at a bot of its own.</summary>
public sealed class HostTelemetryTests
{
    private const string Script = """
        dialog main do
          say "Welcome, dear secret guest"
          name = ask "Who are you?"
          say "Hello #{name}"
        end

        dialog event: "crash" do
          x = 1 * nil
        end
        """;

    [Fact]
    public async Task Turns_messages_and_errors_are_counted_by_bot_and_kind()
    {
        using Meters meters = new();
        await using BotHost host = await StartAsync("counted", meters.Factory);

        Conversation chat = await host.OpenAsync("ann");
        await chat.SendAsync("top secret");
        await chat.SendEventAsync("crash");
        await host.SendEventAsync(chat.Address, "crash");
        await host.WhenIdleAsync();

        meters.Sum("bubblescript.turns", ("bubblescript.input.kind", "open")).Should().Be(1);
        meters.Sum("bubblescript.turns", ("bubblescript.input.kind", "message")).Should().Be(1);
        meters.Sum("bubblescript.turns", ("bubblescript.input.kind", "event")).Should().Be(2);
        meters.Sum("bubblescript.turns", ("bubblescript.bot", "counted"), ("bubblescript.process.kind", "conversation")).Should().Be(4);
        meters.Sum("bubblescript.messages", ("bubblescript.input.kind", "open")).Should().Be(2);
        meters.Sum("bubblescript.messages", ("bubblescript.input.kind", "message")).Should().Be(1);
        meters.Sum("bubblescript.errors", ("error.type", "script"), ("bubblescript.bot", "counted")).Should().Be(2);
        meters.Count("bubblescript.turn.duration").Should().Be(4);
        meters.Sum("bubblescript.turn.duration").Should().BeInRange(0, 60);
    }

    [Fact]
    public async Task What_is_in_memory_and_what_waits_can_be_asked_for()
    {
        using Meters meters = new();
        await using BotHost host = await StartAsync("gauged", meters.Factory);
        await host.OpenAsync("ann");
        await host.OpenAsync("bob");
        await host.WhenIdleAsync();

        meters.Collect();

        meters.Sum("bubblescript.processes", ("bubblescript.process.kind", "conversation")).Should().Be(2);
        meters.Sum("bubblescript.processes", ("bubblescript.process.kind", "master")).Should().Be(0);
        meters.Sum("bubblescript.inbox.inputs").Should().Be(0);
    }

    [Fact]
    public async Task Inputs_that_wait_for_a_turn_are_seen()
    {
        using Meters meters = new();
        TaskCompletionSource<Value> answer = new();
        await using BotHost host = await StartAsync(
            "waiting",
            meters.Factory,
            builder => builder.AddFunction("slow", () => answer.Task),
            """
            dialog main do
              say slow()
            end
            """);
        Conversation chat = await host.OpenAsync("ann");
        await chat.SendAsync("one");
        await chat.SendAsync("two");
        while (host.Processes.Find(chat.Address)?.State?.PendingCall is null)
        {
            await Task.Yield();
        }

        meters.Collect();
        long waiting = (long)meters.Sum("bubblescript.inbox.inputs");
        answer.SetResult(Value.From("done"));
        await host.WhenIdleAsync();

        waiting.Should().Be(2);
    }

    [Fact]
    public async Task Each_turn_is_an_activity_below_that_of_its_sender_without_what_was_said()
    {
        List<Activity> activities = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name is "Bubblescript" or nameof(HostTelemetryTests),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (activities)
                {
                    activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using ActivitySource sender = new(nameof(HostTelemetryTests));
        await using BotHost host = await StartAsync("traced", meters: null);
        Conversation chat = await host.OpenAsync("ann");
        await host.WhenIdleAsync();
        using (Activity? request = sender.StartActivity("request"))
        {
            await chat.SendAsync("top secret");
            await host.WhenIdleAsync();
            await chat.SendEventAsync("crash");
            await host.WhenIdleAsync();

            List<Activity> turns = [.. activities.Where(static activity => Equals(activity.GetTagItem("bubblescript.bot"), "traced"))];
            turns.Select(static turn => turn.OperationName).Should().Equal("turn open", "turn message", "turn event");
            turns.Select(static turn => turn.Status).Should().Equal(ActivityStatusCode.Unset, ActivityStatusCode.Unset, ActivityStatusCode.Error);
            turns[1].ParentSpanId.Should().Be(request!.SpanId);
            turns[1].TagObjects.Should().BeEquivalentTo(new Dictionary<string, object?>
            {
                ["bubblescript.bot"] = "traced",
                ["bubblescript.process.kind"] = "conversation",
                ["bubblescript.input.kind"] = "message",
                ["bubblescript.messages"] = 1,
            });
            turns.SelectMany(static turn => turn.TagObjects).Should().NotContain(static tag => $"{tag.Value}".Contains("secret") || $"{tag.Value}".Contains("ann"));
        }
    }

    [Fact]
    public async Task Faults_of_the_surroundings_are_counted_by_their_kind()
    {
        using Meters meters = new();
        await using BotHost host = await StartAsync(
            "dropping",
            meters.Factory,
            script: """
                dialog main do
                  emit "hello", to: "nobody:nowhere~main"
                end
                """);
        await host.OpenAsync("ann");
        await host.WhenIdleAsync();

        meters.Sum("bubblescript.errors", ("error.type", "dropped")).Should().Be(1);
    }

    [Fact]
    public async Task What_a_changed_script_does_to_saved_places_is_counted()
    {
        InMemoryStore store = new();
        List<string> lines = [];
        using ILoggerFactory loggers = LoggerFactory.Create(logging => logging.AddProvider(new ListLogger(lines)));
        string[] scripts =
        [
            "dialog main do\ninvoke part\nend\ndialog part do\ninvoke gone\nend\ndialog gone do\nask \"Old?\"\nend",
            "dialog main do\nsay \"New\"\ninvoke part\nend\ndialog part do\ninvoke other\nend\ndialog other do\nend",
        ];

        using Meters meters = new();
        foreach (string script in scripts)
        {
            await using BotHost host = await StartAsync("changed", meters.Factory, builder => builder.UseStore(store).UseLoggers(loggers), script);
            await host.OpenAsync("ann");
            await host.WhenIdleAsync();
        }

        (string Name, string Value) bot = ("bubblescript.bot", "changed");
        meters.Sum("bubblescript.frames.loaded", bot, ("bubblescript.continuation", "exact")).Should().Be(1);
        meters.Sum("bubblescript.frames.loaded", bot, ("bubblescript.continuation", "reentered")).Should().Be(1);
        meters.Sum("bubblescript.frames.loaded", bot, ("bubblescript.continuation", "restarted")).Should().Be(1);
        meters.Sum("bubblescript.frames.loaded", bot, ("bubblescript.continuation", "dropped")).Should().Be(1);
        lines.Should().Contain("changed:ann~main: 'main.bubble: dialog main' has changed; it goes on at the statement where it stood");
    }

    [Fact]
    public void Nobody_listens_unless_somebody_does()
    {
        using HostTelemetry unwatched = new(meters: null);
        unwatched.IsWatched.Should().BeFalse();

        using Meters meters = new();
        using HostTelemetry watched = new(meters.Factory);
        watched.IsWatched.Should().BeTrue();
    }

    private static async Task<BotHost> StartAsync(string botId, IMeterFactory? meters, Func<BotHostBuilder, BotHostBuilder>? configure = null, string script = Script)
    {
        BotHostBuilder builder = new BotHostBuilder();
        builder = configure?.Invoke(builder) ?? builder;
        builder.AddBot(new BotSources(botId, [new BotFile("main.bubble", script)]));
        BotHost host = (meters is null ? builder : builder.UseMeters(meters)).Build();
        await host.StartAsync();
        return host;
    }

    /// <summary>The measurements of the hosts of one factory.</summary>
    private sealed class Meters : IDisposable
    {
        private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        private readonly MeterListener _listener = new();
        private readonly List<(string Name, double Value, Dictionary<string, object?> Tags)> _measurements = [];

        public Meters()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Bubblescript" && ReferenceEquals(instrument.Meter.Scope, Factory))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public IMeterFactory Factory => _services.GetRequiredService<IMeterFactory>();

        public void Collect() => _listener.RecordObservableInstruments();

        public int Count(string name) => Find(name).Count();

        public double Sum(string name, params (string Name, string Value)[] tags) => Find(name, tags).Sum(static found => found.Value);

        public void Dispose()
        {
            _listener.Dispose();
            _services.Dispose();
        }

        private List<(string Name, double Value, Dictionary<string, object?> Tags)> Find(string name, params (string Name, string Value)[] tags)
        {
            lock (_measurements)
            {
                return [.. _measurements.Where(found => found.Name == name && tags.All(tag => Equals(found.Tags.GetValueOrDefault(tag.Name), tag.Value)))];
            }
        }

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (_measurements)
            {
                _measurements.Add((instrument.Name, value, new Dictionary<string, object?>(tags.ToArray(), StringComparer.Ordinal)));
            }
        }
    }
}
