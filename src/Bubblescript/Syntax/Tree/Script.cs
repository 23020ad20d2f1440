using System.Collections.Immutable;

namespace Bubblescript.Syntax.Tree;

/// <summary>One parsed source file.</summary>
internal sealed record Script(SourceText Source, ImmutableArray<ScriptItem> Items) : SyntaxNode;
