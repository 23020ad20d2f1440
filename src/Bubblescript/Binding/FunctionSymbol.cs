using Bubblescript.Binding.Tree;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>A declared function while its program is bound.</summary>
internal sealed record FunctionSymbol(FunctionItem Item, SourceText Source, BoundFunction Bound);
