using System.Collections.Immutable;
using System.Text.Json;
using Bubblescript.Storage;
using Bubblescript.Values;

namespace Bubblescript.Cli.Conversations;

/// <summary>What the saved state of a process tells without the scripts of its bot.</summary>
internal sealed record SavedConversation
{
    public required string Address { get; init; }

    /// <summary><c>conversation</c>, <c>master</c> or <c>group</c>.</summary>
    public required string Kind { get; init; }

    public required string BotId { get; init; }

    public required string UserId { get; init; }

    /// <summary><c>new</c>, <c>live</c> or <c>closed</c>.</summary>
    public required string Status { get; init; }

    public required bool IsAsleep { get; init; }

    /// <summary>The bot on top of the bot stack.</summary>
    public required string TopBotId { get; init; }

    /// <summary>The stack of that bot, topmost first.</summary>
    public required ImmutableArray<SavedFrame> Stack { get; init; }

    /// <summary>The variables of that bot, by name.</summary>
    public required MapValue Variables { get; init; }

    public required ImmutableArray<SavedTimer> Timers { get; init; }

    /// <summary>The call to the outside that the process waits for, or null.</summary>
    public required string? Call { get; init; }

    /// <summary>What the process waits for, or null.</summary>
    public string? Waiting => Call ?? Stack.FirstOrDefault(static frame => frame.Wait is not null)?.Wait;

    /// <summary>When the process has to be looked at without input: for a pending call at once, else when its first timer fires.</summary>
    public DateTimeOffset? FindDue(DateTimeOffset now) => Call is not null ? now : Timers.Select(static timer => (DateTimeOffset?)timer.Due).Min();

    /// <exception cref="StateFormatException">The document is damaged, or of a newer format.</exception>
    public static SavedConversation Read(ReadOnlyMemory<byte> utf8Json) => StateJson.Read(utf8Json, Read);

    private static SavedConversation Read(JsonElement root)
    {
        JsonElement[] bots = root.TryGetProperty("bots", out JsonElement saved) ? [.. saved.EnumerateArray()] : [];
        string botId = root.GetProperty("bot").GetString()!;
        return new SavedConversation
        {
            Address = root.GetProperty("address").GetString()!,
            Kind = root.GetProperty("kind").GetString()!,
            BotId = botId,
            UserId = StateJson.ReadText(root, "user") ?? "",
            Status = root.GetProperty("status").GetString()!,
            IsAsleep = StateJson.ReadFlag(root, "asleep"),
            TopBotId = bots.Length == 0 ? botId : bots[^1].GetProperty("id").GetString()!,
            Stack = bots.Length == 0 ? [] : ReadStack(bots[^1]),
            Variables = bots.Length == 0 ? MapValue.Empty : StateJson.ReadMap(bots[^1], "variables"),
            Timers = ReadTimers(root),
            Call = root.TryGetProperty("call", out JsonElement call) ? call.GetProperty("kind").GetString() : null,
        };
    }

    private static ImmutableArray<SavedFrame> ReadStack(JsonElement bot) => bot.TryGetProperty("frames", out JsonElement frames)
        ?
        [
            .. frames.EnumerateArray()
                .Where(static frame => frame.TryGetProperty("declaration", out _))
                .Select(static frame => new SavedFrame(frame.GetProperty("declaration").GetString()!, StateJson.ReadText(frame, "at"), ReadWait(frame)))
                .Reverse(),
        ]
        : [];

    private static string? ReadWait(JsonElement frame) => StateJson.ReadText(frame, "wait") switch
    {
        "await" => $"await {StateJson.ReadText(frame, "event")}",
        "switch" => "another bot",
        var wait => wait,
    };

    private static ImmutableArray<SavedTimer> ReadTimers(JsonElement root) => root.TryGetProperty("timers", out JsonElement timers)
        ?
        [
            .. timers.EnumerateArray().Select(static timer => new SavedTimer(
                timer.GetProperty("id").GetString()!,
                timer.GetProperty("kind").GetString()!,
                StateJson.ReadTime(timer.GetProperty("due")),
                StateJson.ReadText(timer, "event"))),
        ]
        : [];
}
