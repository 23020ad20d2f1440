using Bubblescript.Evaluation;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>One <c>@name expr</c> of a script.</summary>
internal sealed class ConstantDefinition(ConstantItem item, SourceText source)
{
    public ConstantItem Item { get; } = item;

    public SourceText Source { get; } = source;

    /// <summary>The <c>@</c> and the name.</summary>
    public SourcePlace Place { get; } = new(source, SourceSpan.Covering(item.Span with { Length = 1 }, item.Name.Span));

    /// <summary>Set when the constants are bound.</summary>
    public EvaluationNode? Node { get; set; }
}
