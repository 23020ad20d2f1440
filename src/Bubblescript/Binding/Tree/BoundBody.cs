using System.Collections.Immutable;
using Bubblescript.Syntax;

namespace Bubblescript.Binding.Tree;

/// <summary>The code of a dialog, task or function. Execution ends behind the last statement.</summary>
/// <param name="source">The file that the body stands in.</param>
/// <param name="code">The statements.</param>
/// <param name="texts">What identifies them, one for each.</param>
/// <param name="localNames">The names of the local slots.</param>
/// <param name="loopCount">The number of loops.</param>
internal sealed class BoundBody(
    SourceText source,
    ImmutableArray<BoundStatement> code,
    ImmutableArray<StatementText> texts,
    ImmutableArray<string> localNames,
    int loopCount)
{
    private StatementIdentities? _identities;

    public SourceText Source { get; } = source;

    public ImmutableArray<BoundStatement> Code { get; } = code;

    /// <summary>The names of the local slots; hidden ones begin with <c>_$</c>.</summary>
    public ImmutableArray<string> LocalNames { get; } = localNames;

    public int LoopCount { get; } = loopCount;

    /// <summary>Made when a state is first saved or loaded here. Two threads may both make them: they make the same.</summary>
    private StatementIdentities Identities => _identities ??= new StatementIdentities(Source, texts);

    /// <summary>The identity of the statement at a position; empty for jumps.</summary>
    public string IdentityOf(int position) => Identities[position];

    /// <summary>The position of a statement by its identity, or -1.</summary>
    public int FindPosition(string identity) => Identities.Find(identity);
}
