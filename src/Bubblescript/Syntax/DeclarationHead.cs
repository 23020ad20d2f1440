using System.Collections.Immutable;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Syntax;

/// <summary>The head of a dialog or task, as far as it could be parsed.</summary>
/// <param name="Name">The name, if it has one.</param>
/// <param name="Options">Triggers and other options.</param>
/// <param name="Guard">The expression behind <c>when</c>.</param>
/// <param name="Error">What stopped the parser.</param>
internal sealed record DeclarationHead(Identifier? Name, ImmutableArray<Argument> Options, Expression? Guard, SyntaxError? Error);
