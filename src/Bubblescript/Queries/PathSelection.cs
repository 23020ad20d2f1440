using Bubblescript.Values;

namespace Bubblescript.Queries;

/// <summary>What a query step of a path that writes or removes applies to.</summary>
internal static class PathSelection
{
    /// <summary>The positions of the items whose score is exactly 1. Gives nil or an error signal.</summary>
    public static Value Find(ListValue list, PathStep step, LocaleContext locale, ExecutionLimits limits, out List<int> positions)
    {
        positions = [];
        CompiledQuery? query = step.Compiled;
        if (query is null)
        {
            query = CompiledQuery.Compile(step.Operand, limits, out string? error);
            if (query is null)
            {
                return new RuntimeError(error!).ToValue();
            }
        }

        return MatchEngine.Select(list, query, locale, limits, exactly: true, out positions);
    }
}
