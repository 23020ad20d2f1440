using Bubblescript.Binding.Tree;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>A declared task while its program is bound.</summary>
internal sealed record TaskSymbol(TaskItem Item, SourceText Source, BoundTask Bound);
