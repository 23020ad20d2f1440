using System.Runtime.CompilerServices;
using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary>One check of a value: counts what it costs, so that schemas that refer to themselves always come to an end.</summary>
internal sealed class SchemaWalk(ExecutionLimits limits)
{
    private const int MostSteps = 5_000_000;

    private int _steps;
    private int _depth;

    public ExecutionLimits Limits => limits;

    public SchemaViolation? Check(SchemaNode node, Value value)
    {
        if (Charge() is { } exceeded)
        {
            return exceeded;
        }

        value = Operand.Of(value);
        foreach (SchemaRule rule in node.Rules)
        {
            if (rule.Check(value, this) is { } violation)
            {
                return violation;
            }
        }

        return null;
    }

    /// <summary>Checks against a schema that was referred to.</summary>
    public SchemaViolation? Follow(SchemaNode node, Value value)
    {
        if (_depth >= limits.Calls || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return new SchemaViolation("", $"is nested deeper than the limit of {limits.Calls} references of its schema", IsLimit: true);
        }

        _depth++;
        SchemaViolation? violation = Check(node, value);
        _depth--;
        return violation;
    }

    /// <summary>Counts one step of work.</summary>
    public SchemaViolation? Charge() => ++_steps > MostSteps
        ? new SchemaViolation("", "takes too many steps to check against its schema", IsLimit: true)
        : null;
}
