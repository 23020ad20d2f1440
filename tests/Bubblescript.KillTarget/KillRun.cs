using System.Collections.Concurrent;
using Bubblescript.Coordination;
using Bubblescript.Sqlite;

namespace Bubblescript.KillTarget;

/// <summary>The process that is killed: goes on where the last one of its kind was, and ends by itself when all inputs have been given.</summary>
internal static class KillRun
{
    /// <summary>Printed when the first input of this process has been acknowledged.</summary>
    public const string UnderLoad = "under load";

    public static string DatabaseIn(string folder) => Path.Combine(folder, "chat.db");

    public static string AcknowledgementsIn(string folder) => Path.Combine(folder, "acknowledged.txt");

    public static async Task RunAsync(string folder, KillScenario scenario)
    {
        int[] acknowledged = Acknowledgements.Read(AcknowledgementsIn(folder), scenario.Conversations);
        using Acknowledgements acknowledgements = new(AcknowledgementsIn(folder));
        await using BotHost host = scenario.MakeHost(new SqliteStore(DatabaseIn(folder)));
        ConcurrentQueue<HostFault> faults = [];
        using IDisposable observing = host.Observe(happened =>
        {
            if (happened is HostFault fault)
            {
                faults.Enqueue(fault);
            }
        });
        await host.StartAsync();
        Conversation[] chats = await scenario.OpenAsync(host, conversation => acknowledged[conversation] == 0);
        int first = 0;
        await Task.WhenAll(Enumerable.Range(0, scenario.Conversations).Select(conversation => Task.Run(async () =>
        {
            // The input after the last acknowledged one may have been taken already; its id says so to the host.
            for (int number = acknowledged[conversation]; number < scenario.Inputs; number++)
            {
                await chats[conversation].SendAsync(scenario.InputOf(conversation, number));
                acknowledgements.Add(conversation, number);
                if (Interlocked.Exchange(ref first, 1) == 0)
                {
                    Console.WriteLine(UnderLoad);
                }
            }
        })));
        await KillScenario.SettleAsync(host, chats);
        if (faults.TryPeek(out HostFault? met))
        {
            throw new InvalidOperationException($"The host has met a fault: {met.Address}: {met.Message}", met.Exception);
        }
    }
}
