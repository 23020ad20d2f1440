namespace Bubblescript.Evaluation;

/// <summary>Helpers for nodes with several operands.</summary>
internal static class NodeList
{
    public static bool MaySuspend(ReadOnlySpan<EvaluationNode> nodes)
    {
        foreach (EvaluationNode node in nodes)
        {
            if (node.MaySuspend)
            {
                return true;
            }
        }

        return false;
    }
}
