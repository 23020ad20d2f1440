using System.Text.RegularExpressions;

namespace Bubblescript.Values;

/// <summary>
/// Regular expressions that scripts write: matched in linear time where the pattern allows it, and never longer than
/// <see cref="ExecutionLimits.RegexTime"/> per search.
/// </summary>
internal static class ScriptRegex
{
    private const int LongestPattern = 4096;

    /// <summary>Makes the regular expression, or says what is wrong with it.</summary>
    public static bool TryCreate(string pattern, RegexOptions options, ExecutionLimits limits, out Regex regex, out string error)
    {
        regex = Never;
        error = string.Empty;
        if (pattern.Length > LongestPattern)
        {
            error = "the regular expression is longer than 4,096 characters";
            return false;
        }

        string translated = pattern.Replace("(?P<", "(?<", StringComparison.Ordinal);
        options |= RegexOptions.CultureInvariant;
        try
        {
            regex = Create(translated, options, limits.RegexTime);
            return true;
        }
        catch (RegexParseException exception)
        {
            error = $"invalid regular expression {ValueDescription.Format(pattern)} (character {exception.Offset + 1}: {Explain(exception)})";
            return false;
        }
        catch (ArgumentException)
        {
            // Patterns whose counts are too large for the engine.
            error = $"invalid regular expression {ValueDescription.Format(pattern)}";
            return false;
        }
    }

    /// <summary>The first match; false in <paramref name="inTime"/> when the search took too long.</summary>
    public static Match? Find(Regex regex, string text, out bool inTime)
    {
        try
        {
            inTime = true;
            Match match = regex.Match(text);
            return match.Success ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            // The engine's only way to say that time is up.
            inTime = false;
            return null;
        }
    }

    /// <summary>The next match; false in <paramref name="inTime"/> when the search took too long.</summary>
    public static Match? FindNext(Match previous, out bool inTime)
    {
        try
        {
            inTime = true;
            Match match = previous.NextMatch();
            return match.Success ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            // The engine's only way to say that time is up.
            inTime = false;
            return null;
        }
    }

    private static Regex Never => new("(?!)", RegexOptions.None, TimeSpan.FromMilliseconds(100));

    private static Regex Create(string pattern, RegexOptions options, TimeSpan time)
    {
        if (IsLinear(pattern))
        {
            try
            {
                return new Regex(pattern, options | RegexOptions.NonBacktracking, time);
            }
            catch (NotSupportedException)
            {
                // Look-arounds, back-references and large counts need the backtracking engine, which the timeout keeps short.
                return new Regex(pattern, options, time);
            }
        }

        return new Regex(pattern, options, time);
    }

    /// <summary>A guess that saves the exception; counts multiply the size of linear automata, so patterns with large ones are left to the other engine.</summary>
    private static bool IsLinear(string pattern) =>
        !pattern.Contains("(?=", StringComparison.Ordinal)
        && !pattern.Contains("(?!", StringComparison.Ordinal)
        && !pattern.Contains("(?<=", StringComparison.Ordinal)
        && !pattern.Contains("(?<!", StringComparison.Ordinal)
        && !pattern.Contains("(?>", StringComparison.Ordinal)
        && !HasLargeCount(pattern);

    private static bool HasLargeCount(string pattern)
    {
        int counts = 0;
        for (int i = 0; i + 1 < pattern.Length; i++)
        {
            if (pattern[i] != '{' || !char.IsAsciiDigit(pattern[i + 1]))
            {
                continue;
            }

            int digits = pattern.AsSpan(i + 1).IndexOfAnyExcept("0123456789,");
            if (digits is > 3 or < 0 || ++counts > 8)
            {
                return true;
            }
        }

        return false;
    }

    private static string Explain(RegexParseException exception)
    {
        string message = exception.Message;
        int start = message.LastIndexOf(". ", StringComparison.Ordinal);
        string reason = start > 0 && start + 2 < message.Length ? message[(start + 2)..] : message;
        return reason.TrimEnd('.');
    }
}
