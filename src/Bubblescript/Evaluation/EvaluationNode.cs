using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary>An executable expression: immutable, shared by all conversations. Evaluation returns a value or a signal and never throws.</summary>
internal abstract class EvaluationNode(SourcePlace place)
{
    public SourcePlace Place { get; } = place;

    /// <summary>Whether evaluating may wait for the outside, so that the statement has to be able to start again.</summary>
    public virtual bool MaySuspend => false;

    /// <summary>Whether evaluating only reads: done again before anything has changed, it gives the same value and nothing else happens.</summary>
    public virtual bool IsPure => false;

    public abstract Value Evaluate(EvaluationContext context);

    /// <summary>Gives an error the place of this node unless it has one.</summary>
    protected Value Located(Value result) => result.AsError() is { } error ? error.At(Place.Source, Place.Span).ToValue() : result;
}
