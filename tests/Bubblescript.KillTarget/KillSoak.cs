using System.Diagnostics;
using System.Globalization;
using Bubblescript.Coordination;
using Bubblescript.Sqlite;
using Bubblescript.Storage;

namespace Bubblescript.KillTarget;

/// <summary>
/// Kills processes under load again and again and looks at what is left. In each round some processes, one after the other, work on one database until all
/// inputs are acknowledged; then every conversation must be what it is after an undisturbed run.
/// </summary>
internal sealed class KillSoak(string folder, Action<string> report)
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(3);

    private readonly List<string> _violations = [];
    private Random _random = new(1);

    public int Kills { get; private set; }

    /// <summary>Kills of processes that had acknowledged an input.</summary>
    public int KillsUnderLoad { get; private set; }

    public int Rounds { get; private set; }

    public long Inputs { get; private set; }

    public IReadOnlyList<string> Violations => _violations;

    public async Task RunAsync(int kills, int conversations, int inputs, int seed, CancellationToken cancellationToken)
    {
        _random = new Random(seed);
        while (Kills < kills && _violations.Count == 0)
        {
            KillScenario scenario = new(conversations, inputs, unchecked(seed + Rounds));
            string round = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"round{Rounds}"));
            Directory.CreateDirectory(round);
            await DisturbAsync(round, scenario, kills, cancellationToken);
            await CheckAsync(round, scenario, cancellationToken);
            Rounds++;
            Inputs += (long)conversations * inputs;
            report(string.Create(
                CultureInfo.InvariantCulture,
                $"round {Rounds}: {Kills} kills ({KillsUnderLoad} under load), {Inputs} inputs, {_violations.Count} violations"));
            if (_violations.Count == 0)
            {
                Directory.Delete(round, recursive: true);
            }
        }
    }

    /// <summary>Runs processes until one ends by itself; those before are killed.</summary>
    private async Task DisturbAsync(string round, KillScenario scenario, int kills, CancellationToken cancellationToken)
    {
        while (true)
        {
            using Process process = Start(round, scenario);
            bool isKilled = Kills < kills && await KillAsync(process, cancellationToken);
            if (isKilled)
            {
                Kills++;
                continue;
            }

            Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken).WaitAsync(LongestRun, cancellationToken);
            if (process.ExitCode != 0)
            {
                _violations.Add($"the process ended with {process.ExitCode}: {await errors}");
            }

            return;
        }
    }

    /// <summary>Kills at a random moment: mostly under load, sometimes while the process starts. False when the process has ended by itself.</summary>
    private async Task<bool> KillAsync(Process process, CancellationToken cancellationToken)
    {
        bool isUnderLoad = _random.Next(5) > 0;
        if (isUnderLoad && await process.StandardOutput.ReadLineAsync(cancellationToken) is null)
        {
            return false;
        }

        TimeSpan delay = TimeSpan.FromMilliseconds(_random.Next(isUnderLoad ? 300 : 600));
        using CancellationTokenSource due = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        due.CancelAfter(delay);
        try
        {
            await process.WaitForExitAsync(due.Token);
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            process.Kill();
            await process.WaitForExitAsync(cancellationToken);
        }

        KillsUnderLoad += isUnderLoad ? 1 : 0;
        return process.ExitCode != 0;
    }

    private static Process Start(string round, KillScenario scenario)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            typeof(KillSoak).Assembly.Location, "run", round, .. new[] { scenario.Conversations, scenario.Inputs, scenario.Seed }
                .Select(static number => number.ToString(CultureInfo.InvariantCulture)),
        ];
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private async Task CheckAsync(string round, KillScenario scenario, CancellationToken cancellationToken)
    {
        int[] acknowledged = Acknowledgements.Read(KillRun.AcknowledgementsIn(round), scenario.Conversations);
        if (_violations.Count > 0 || Array.Exists(acknowledged, count => count != scenario.Inputs))
        {
            _violations.Add($"the round ended before all inputs were acknowledged: {string.Join(' ', acknowledged)}");
            return;
        }

        ConversationRecord[] undisturbed = await RunUndisturbedAsync(scenario, cancellationToken);
        await using BotHost host = scenario.MakeHost(new SqliteStore(KillRun.DatabaseIn(round)));
        await host.StartAsync(cancellationToken);
        Conversation[] chats = await scenario.OpenAsync(host, static _ => false);
        await KillScenario.SettleAsync(host, chats);
        for (int i = 0; i < chats.Length; i++)
        {
            if (undisturbed[i].FindDifference(await KillScenario.ReadAsync(chats[i])) is { } difference)
            {
                _violations.Add($"conversation {i} of the seed {scenario.Seed}: {difference}");
            }

            IReadOnlyList<StoredMessage> history = await chats[i].ReadHistoryAsync(before: null, count: 100_000, cancellationToken);
            if (history.Select(static stored => stored.Message.Id).Distinct(StringComparer.Ordinal).Count() != history.Count)
            {
                _violations.Add($"conversation {i} of the seed {scenario.Seed} has two messages of one id");
            }
        }

        await foreach (StoredInput left in host.Store.ReadInputsAsync(cancellationToken))
        {
            _violations.Add($"the input {left.Id} for {left.To} is left in the store");
        }
    }

    private static async Task<ConversationRecord[]> RunUndisturbedAsync(KillScenario scenario, CancellationToken cancellationToken)
    {
        await using BotHost host = scenario.MakeHost(new InMemoryStore { HistoryLength = 100_000 });
        await host.StartAsync(cancellationToken);
        Conversation[] chats = await scenario.OpenAsync(host, static _ => true);
        for (int number = 0; number < scenario.Inputs; number++)
        {
            for (int i = 0; i < chats.Length; i++)
            {
                await chats[i].SendAsync(scenario.InputOf(i, number), cancellationToken);
            }

            await host.WhenIdleAsync(cancellationToken);
        }

        await KillScenario.SettleAsync(host, chats);
        ConversationRecord[] records = new ConversationRecord[chats.Length];
        for (int i = 0; i < chats.Length; i++)
        {
            records[i] = await KillScenario.ReadAsync(chats[i]);
        }

        return records;
    }
}
