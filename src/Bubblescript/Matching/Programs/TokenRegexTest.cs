using Bubblescript.Matching.Patterns;

namespace Bubblescript.Matching.Programs;

/// <summary>Whether a regular expression takes the whole trimmed text of a token.</summary>
internal sealed class TokenRegexTest(PatternRegex expression) : TokenTest
{
    public override bool Matches(Token token) => expression.For(token.TrimmedRaw).IsMatch(token.TrimmedRaw);
}
