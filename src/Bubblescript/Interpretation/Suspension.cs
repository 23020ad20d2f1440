using Bubblescript.Builtins;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>The signal of an evaluation that needs an answer from the outside.</summary>
internal sealed class Suspension(ExternalRequest request) : Signal
{
    public ExternalRequest Request { get; } = request;

    public Value ToValue() => Value.FromSignal(this);
}
