using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bubblescript.Matching;

/// <summary>One alternative of a legacy pattern as a regular expression, whose groups <c>c0</c>, <c>c1</c> … are the captures in order.</summary>
internal sealed record LegacyAlternative(Regex Expression, ImmutableArray<string> Names)
{
    public UtteranceMatch? Match(string text)
    {
        try
        {
            Match match = Expression.Match(text);
            if (!match.Success)
            {
                return null;
            }

            List<UtteranceCapture> captures = [];
            for (int i = 0; i < Names.Length; i++)
            {
                string captured = match.Groups[$"c{i}"].Value.Trim();
                captures.RemoveAll(earlier => string.Equals(earlier.Name, Names[i]));
                captures.Add(new UtteranceCapture(Names[i], [Token.ForGroup(captured)], captured));
            }

            return new UtteranceMatch(match.Value.Trim(), [.. captures]);
        }
        catch (RegexMatchTimeoutException)
        {
            // A search that takes too long counts as no match.
            return null;
        }
    }
}
