using System.Collections.Immutable;
using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>The code of a dialog, task or function. Execution ends behind the last statement.</summary>
internal sealed class BoundBody(SourceText source, ImmutableArray<BoundStatement> code, ImmutableArray<string> localNames, int loopCount)
{
    private readonly Lazy<Dictionary<string, int>> _positions = new(() => FindPositions(code));

    public SourceText Source { get; } = source;

    public ImmutableArray<BoundStatement> Code { get; } = code;

    /// <summary>The names of the local slots; hidden ones begin with <c>_$</c>.</summary>
    public ImmutableArray<string> LocalNames { get; } = localNames;

    public int LoopCount { get; } = loopCount;

    /// <summary>The position of a statement by its identity, or -1.</summary>
    public int FindPosition(string identity) => _positions.Value.GetValueOrDefault(identity, -1);

    private static Dictionary<string, int> FindPositions(ImmutableArray<BoundStatement> code)
    {
        Dictionary<string, int> positions = new(StringComparer.Ordinal);
        for (int i = 0; i < code.Length; i++)
        {
            if (code[i].Identity.Length > 0)
            {
                positions.TryAdd(code[i].Identity, i);
            }
        }

        return positions;
    }
}
