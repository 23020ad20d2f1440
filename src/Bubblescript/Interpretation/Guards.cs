using Bubblescript.Binding.Tree;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Guards of dialogs and tasks.</summary>
internal static class Guards
{
    /// <summary>Whether the guard holds; false with <see cref="Turn.Failure"/> set when it failed.</summary>
    public static bool Holds(Turn turn, BoundDeclaration declaration)
    {
        if (declaration.Guard is null)
        {
            return true;
        }

        Value value = turn.EvaluateOutside(declaration.Guard);
        if (value.IsSignal)
        {
            turn.Fail(value);
            return false;
        }

        return value.IsTruthy;
    }
}
