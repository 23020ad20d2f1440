using Bubblescript.Values;

namespace Bubblescript.Queries;

/// <summary>Parts that a logic operator combines (query language, section 2).</summary>
internal sealed class GroupNode(LogicOperator logic, QueryNode[] parts) : QueryNode
{
    public LogicOperator Logic { get; } = logic;

    public QueryNode[] Parts { get; } = parts;

    public override double Score(Value item, QueryRun run) => Logic switch
    {
        LogicOperator.And => Product(Parts, item, run),
        LogicOperator.Or => Sum(Parts, item, run),
        _ => SumOfInverted(item, run),
    };

    private double SumOfInverted(Value item, QueryRun run)
    {
        double score = 0;
        foreach (QueryNode part in Parts)
        {
            score += part.Score(item, run) > 0 ? 0 : 1;
        }

        return score;
    }
}
