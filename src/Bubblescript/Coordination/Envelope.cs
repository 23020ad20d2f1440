using Bubblescript.Interpretation.Inputs;

namespace Bubblescript.Coordination;

/// <summary>One entry of a mailbox, linked to the next one so that a mailbox needs no storage of its own.</summary>
internal class Envelope(EnvelopeKind kind, ProcessInput? input)
{
    public Envelope(ProcessInput input)
        : this(EnvelopeKind.Input, input)
    {
    }

    public EnvelopeKind Kind { get; } = kind;

    public ProcessInput? Input { get; } = input;

    public Envelope? Next { get; set; }

    /// <summary>How many envelopes lie in the stack up to this one.</summary>
    public int Depth { get; set; }

    /// <summary>The id under which the store keeps the input until it is used up, or null.</summary>
    public string? StoredId => (this as RegisteredEnvelope)?.RegisteredId;

    /// <summary>The bot of the process that the envelope may create; null when only a process that exists takes it.</summary>
    public string? CreatorBotId => (this as RegisteredEnvelope)?.Creator;

    public EnvelopeDetails? Details => (this as RegisteredEnvelope)?.Annex;
}
