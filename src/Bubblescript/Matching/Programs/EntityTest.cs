namespace Bubblescript.Matching.Programs;

/// <summary>Whether a token is an entity of a kind.</summary>
internal sealed class EntityTest(string kind) : TokenTest
{
    public override bool Matches(Token token, RegexAllowance? allowance) => token.Kind == TokenKind.Entity && string.Equals(token.Entity!.Kind, kind);
}
