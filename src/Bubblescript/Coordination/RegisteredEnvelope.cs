using Bubblescript.Interpretation.Inputs;

namespace Bubblescript.Coordination;

/// <summary>An envelope with more than an input; most events between processes need no more.</summary>
internal sealed class RegisteredEnvelope(EnvelopeKind kind, ProcessInput? input) : Envelope(kind, input)
{
    public RegisteredEnvelope(ProcessInput input)
        : this(EnvelopeKind.Input, input)
    {
    }

    public string? RegisteredId { get; init; }

    public string? Creator { get; init; }

    public EnvelopeDetails? Annex { get; init; }
}
