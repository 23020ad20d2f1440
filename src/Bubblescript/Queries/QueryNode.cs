using Bubblescript.Values;

namespace Bubblescript.Queries;

/// <summary>A part of a compiled query.</summary>
internal abstract class QueryNode
{
    protected const double LargestScore = double.MaxValue;

    /// <summary>The score of an item: 0 or more.</summary>
    public abstract double Score(Value item, QueryRun run);

    /// <summary>The product of the scores of all parts; 1 when there are none.</summary>
    public static double Product(QueryNode[] parts, Value item, QueryRun run)
    {
        double score = 1;
        foreach (QueryNode part in parts)
        {
            score = Math.Min(LargestScore, score * part.Score(item, run));
            if (score == 0 && run.Metadata is null)
            {
                return 0;
            }
        }

        return score;
    }

    /// <summary>The sum of the scores of all parts; 0 when there are none.</summary>
    public static double Sum(QueryNode[] parts, Value item, QueryRun run)
    {
        double score = 0;
        foreach (QueryNode part in parts)
        {
            score = Math.Min(LargestScore, score + part.Score(item, run));
        }

        return score;
    }
}
