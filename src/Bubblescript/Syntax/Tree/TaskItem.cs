using System.Collections.Immutable;

namespace Bubblescript.Syntax.Tree;

/// <summary><c>task name</c>, <c>task event:</c> or <c>task before:</c> (language reference, section 9).</summary>
internal sealed record TaskItem(Identifier? Name, ImmutableArray<Argument> Options, Expression? Guard, Block Body) : ScriptItem;
