using Bubblescript.Coordination.Telemetry;
using Bubblescript.Interpretation;
using Bubblescript.Storage;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>What a <see cref="ProcessSystem"/> is made of.</summary>
internal sealed record ProcessSystemSettings
{
    public required Workspace Workspace { get; init; }

    public required IConversationStore Store { get; init; }

    /// <summary>Whether the store is disposed of with the host.</summary>
    public bool OwnsStore { get; init; }

    public required BotHostOptions Options { get; init; }

    public required TurnRunner RunTurn { get; init; }

    /// <summary>What all turns know of the world.</summary>
    public required TurnSettings Turns { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ExecutionLimits Limits { get; init; } = ExecutionLimits.Default;

    public IMailSender? MailSender { get; init; }

    public IReadOnlyList<IExternalCallHandler> CallHandlers { get; init; } = [];

    /// <summary>What monitors are told.</summary>
    public required HostTelemetry Telemetry { get; init; }

    /// <summary>The seed of the random sequence of a new process.</summary>
    public required Func<string, ulong> NewSeed { get; init; }
}
