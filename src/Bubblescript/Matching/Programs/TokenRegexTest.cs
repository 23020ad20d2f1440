using Bubblescript.Matching.Patterns;

namespace Bubblescript.Matching.Programs;

/// <summary>Whether a regular expression takes the whole trimmed text of a token.</summary>
internal sealed class TokenRegexTest(PatternRegex expression) : TokenTest
{
    public override bool Matches(Token token, RegexAllowance? allowance)
    {
        ReadOnlySpan<char> text = token.TrimmedRaw;
        return expression.For(text).IsMatch(text, allowance!);
    }
}
