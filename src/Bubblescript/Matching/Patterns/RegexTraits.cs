using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Bubblescript.Matching.Patterns;

/// <summary>
/// What the matches of a regular expression can depend on. When they do not depend on the text in front, one search serves all tokens from which it
/// could be started, so that searching stays linear. The answers are cautious: true when in doubt.
/// </summary>
/// <param name="LooksBack">Whether a match depends on more of the text in front than the character before it.</param>
/// <param name="LooksAtBoundary">Whether a match depends on the character in front.</param>
/// <param name="TouchesBlank">Whether a match can start with a blank, or be empty in front of one.</param>
/// <param name="NeedsBacktracking">Whether it has look-arounds, back references or the like.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RegexTraits(bool LooksBack, bool LooksAtBoundary, bool TouchesBlank, bool NeedsBacktracking)
{
    public static RegexTraits Of(string expression, Regex regex)
    {
        bool looksBack = false;
        bool looksAtBoundary = false;
        bool touchesBlank = false;
        bool needsBacktracking = false;
        bool inClass = false;
        for (int i = 0; i < expression.Length; i++)
        {
            char character = expression[i];
            char next = i + 1 < expression.Length ? expression[i + 1] : '\0';
            if (character == '\\')
            {
                i++;
                looksBack |= next is 'A' or 'G';
                needsBacktracking |= !inClass && next is 'k' or 'G' or (>= '1' and <= '9');
                looksAtBoundary |= next is 'b' or 'B' && !inClass;
                touchesBlank |= next is ' ' or 'B' or 's' or 'W' or 'D' or 'p' or 'P' or 'x' or 'u' or 'c' or 't' or 'v' or 'f' or 'n' or 'r' or 'k' or (>= '0' and <= '9');
            }
            else if (inClass)
            {
                inClass = character != ']';
                touchesBlank |= character is <= ' ' or '[';
            }
            else if (character == '[')
            {
                inClass = true;
                touchesBlank |= next == '^';
                i += next is '^' or ']' ? 1 : 0;
            }
            else
            {
                looksBack |= character == '^' || expression.AsSpan(i).StartsWith("(?<=") || expression.AsSpan(i).StartsWith("(?<!");
                needsBacktracking |= character == '(' && next == '?' && IsBacktrackingGroup(expression.AsSpan(i + 2));
                touchesBlank |= character is <= ' ' or '.' || expression.AsSpan(i).StartsWith("(?=") || expression.AsSpan(i).StartsWith("(?!");
            }
        }

        return new RegexTraits(looksBack, looksAtBoundary, touchesBlank || MatchesBlank(regex), needsBacktracking);
    }

    /// <summary>Look-arounds, atomic groups and conditions.</summary>
    private static bool IsBacktrackingGroup(ReadOnlySpan<char> opening) =>
        opening.StartsWith("=") || opening.StartsWith("!") || opening.StartsWith("<=") || opening.StartsWith("<!") || opening.StartsWith(">") || opening.StartsWith("(");

    private static bool MatchesBlank(Regex regex)
    {
        try
        {
            return regex.IsMatch(string.Empty) || regex.IsMatch(" ");
        }
        catch (RegexMatchTimeoutException)
        {
            // In doubt it does.
            return true;
        }
    }
}
