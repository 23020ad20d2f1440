using System.Collections.Immutable;

namespace Bubblescript.Syntax.Tree;

/// <summary><c>declare task name, in:, out:, description:</c>.</summary>
internal sealed record DeclareTaskItem(Identifier Name, ImmutableArray<Argument> Options) : ScriptItem;
