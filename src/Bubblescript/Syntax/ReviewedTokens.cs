using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>Tokens that the grammar can work with.</summary>
/// <param name="Tokens">The tokens; the last one is of kind <see cref="TokenKind.EndOfFile"/>.</param>
/// <param name="Errors">What was wrong with them.</param>
/// <param name="Nesting">How deeply blocks and brackets nest.</param>
internal sealed record ReviewedTokens(TokenList<TokenKind> Tokens, IReadOnlyList<SyntaxError> Errors, int Nesting);
