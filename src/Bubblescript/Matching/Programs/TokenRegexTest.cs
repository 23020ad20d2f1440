using System.Text.RegularExpressions;
using Bubblescript.Matching.Patterns;

namespace Bubblescript.Matching.Programs;

/// <summary>Whether a regular expression takes the whole trimmed text of a token.</summary>
internal sealed class TokenRegexTest(PatternRegex expression) : TokenTest
{
    public override bool Matches(Token token)
    {
        try
        {
            return expression.Regex.IsMatch(token.TrimmedRaw);
        }
        catch (RegexMatchTimeoutException)
        {
            // A search that takes too long counts as no match.
            return false;
        }
    }
}
