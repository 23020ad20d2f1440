using Bubblescript.Evaluation;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>The values that an expression of a head can have, when they are the same in every turn: those of literals and constants.</summary>
internal static class KnownValues
{
    /// <summary>Adds every value that the expression can have in some locale; false when turns decide what it is.</summary>
    public static bool TryCollect(EvaluationNode node, List<Value> values)
    {
        switch (node)
        {
            case LiteralNode literal:
                values.Add(literal.Value);
                return true;
            case ConstantNode { Constant: { IsLoaded: true } constant }:
                values.AddRange(constant.AllValues);
                return true;
            case ListNode list:
                return TryCollectItems(list, values);
            case FieldNode field:
                return TryCollectField(field, values);
            default:
                return false;
        }
    }

    private static bool TryCollectItems(ListNode list, List<Value> values)
    {
        foreach (EvaluationNode item in list.Items)
        {
            List<Value> own = [];
            if (!TryCollect(item, own))
            {
                return false;
            }

            values.AddRange(own.Select(static value => (Value)ListValue.From([value])));
        }

        return true;
    }

    private static bool TryCollectField(FieldNode field, List<Value> values)
    {
        List<Value> targets = [];
        if (!TryCollect(field.Target, targets))
        {
            return false;
        }

        foreach (Value target in targets)
        {
            if (target.AsMap() is not { } map || TranslatableValue.IsTranslatable(map))
            {
                return false;
            }

            values.Add(map[field.Name]);
        }

        return true;
    }
}
