using System.Collections.Immutable;
using Bubblescript.Builtins;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>
/// Gives keyword arguments behind a call without parentheses to whom they belong: the innermost call that knows them, else the enclosing statement
/// (language reference, section 2, notes).
/// </summary>
internal sealed class OptionDistribution(ExpressionScope scope)
{
    /// <summary>Whether an expression may end in a call without parentheses whose keywords could belong elsewhere.</summary>
    public static bool IsPossible(Expression expression) => expression switch
    {
        CallExpression call => !call.IsParenthesized && !call.Arguments.IsEmpty && (call.Arguments[^1].Key is not null || IsPossible(call.Arguments[^1].Value)),
        BinaryExpression binary => IsPossible(binary.Right),
        UnaryExpression unary => IsPossible(unary.Operand),
        _ => false,
    };

    /// <summary>The expression without the keywords that <paramref name="accepts"/> takes and nothing inside knows; they are added to <paramref name="overflow"/>.</summary>
    public Expression Distribute(Expression expression, Func<string, bool> accepts, List<Argument> overflow) => expression switch
    {
        CallExpression { IsParenthesized: false, Arguments.Length: > 0 } call => DistributeCall(call, accepts, overflow),
        BinaryExpression binary when Distribute(binary.Right, accepts, overflow) is var right && !ReferenceEquals(right, binary.Right) => binary with { Right = right },
        UnaryExpression unary when Distribute(unary.Operand, accepts, overflow) is var operand && !ReferenceEquals(operand, unary.Operand) => unary with { Operand = operand },
        _ => expression,
    };

    private CallExpression DistributeCall(CallExpression call, Func<string, bool> accepts, List<Argument> overflow)
    {
        List<Argument> inner = [];
        Argument last = call.Arguments[^1];
        Expression lastValue = Distribute(last.Value, name => Knows(call, name) || accepts(name), inner);
        ImmutableArray<Argument>.Builder kept = ImmutableArray.CreateBuilder<Argument>();
        foreach (Argument argument in call.Arguments)
        {
            Argument current = ReferenceEquals(argument, last) && !ReferenceEquals(lastValue, last.Value) ? argument with { Value = lastValue } : argument;
            if (current.Key is { } key && !Knows(call, key.Text) && accepts(key.Text))
            {
                overflow.Add(current);
            }
            else
            {
                kept.Add(current);
            }
        }

        foreach (Argument argument in inner)
        {
            if (Knows(call, argument.Key!.Text))
            {
                kept.Add(argument);
            }
            else
            {
                overflow.Add(argument);
            }
        }

        return call with { Arguments = kept.DrainToImmutable() };
    }

    private bool Knows(CallExpression call, string option)
    {
        if (call.Module is null && scope.Functions.ContainsKey(call.Name.Text))
        {
            return false;
        }

        BuiltinFunction? builtin = scope.Session.Builtins.Find(call.Module?.Text, call.Name.Text);
        return builtin is not null
            && (builtin.KeywordParameter >= 0 || builtin.Parameters.Any(parameter => string.Equals(parameter.Name, option, StringComparison.Ordinal)));
    }
}
