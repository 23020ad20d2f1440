using System.Diagnostics;
using System.Text.RegularExpressions;
using Bubblescript.Matching.Patterns;

namespace Bubblescript.Matching.Programs;

/// <summary>
/// Searches the joined text of a tokenisation with one regular expression. Where matches do not depend on the text in front, the last result is kept,
/// so that all searches of one sentence together read it once per match.
/// </summary>
internal sealed class RegexSearch(PatternRegex expression, Tokenization tokenization)
{
    private const int ShortText = 512;
    private static readonly TimeSpan LargestTime = TimeSpan.FromMilliseconds(50);

    private readonly JoinedText _joined = tokenization.Joined;
    private Regex _regex = expression.Regex;
    private int _searchedFrom = -1;
    private Match? _found;
    private TimeSpan _time;

    /// <summary>Whether a search took too long.</summary>
    public bool TimedOut { get; private set; }

    /// <summary>The first match for the tokens from a position on, and how further ones are found.</summary>
    /// <returns>The match and whether it is shared with other positions; null when there is none.</returns>
    public Match? FindFirst(int position, out bool isShared)
    {
        int offset = _joined.OffsetOf(position);
        bool hasBlank = tokenization[position].Index != 0;
        char before = _joined.Text[offset - 1];
        RegexTraits traits = expression.Traits;
        bool sameBoundary = !traits.LooksAtBoundary || !IsWordCharacter(before);
        isShared = true;
        if (!traits.LooksBack && sameBoundary && (!hasBlank || !traits.TouchesBlank))
        {
            return FindFrom(offset);
        }

        if (!traits.LooksBack && !traits.LooksAtBoundary && before == ' ')
        {
            return FindFrom(offset - 1);
        }

        isShared = false;
        return FindIsolated(offset, hasBlank, before);
    }

    /// <summary>The first match that starts at an offset of the joined text or later.</summary>
    public Match? FindFrom(int offset)
    {
        if (offset > _joined.Text.Length)
        {
            return null;
        }

        if (_searchedFrom >= 0 && offset >= _searchedFrom && (_found is null || offset <= _found.Index))
        {
            return _found;
        }

        _found = Limit(regex => regex.Match(_joined.Text, offset));
        _searchedFrom = offset;
        return _found;
    }

    /// <summary>The match after one that is not shared.</summary>
    public Match? FindNext(Match match) => Limit(_ => match.NextMatch());

    private Match? FindIsolated(int offset, bool hasBlank, char before)
    {
        string text = _joined.Text;
        if (!hasBlank)
        {
            return Limit(regex => regex.Match(text, offset, text.Length - offset));
        }

        if (before == ' ')
        {
            return Limit(regex => regex.Match(text, offset - 1, text.Length - offset + 1));
        }

        // The blank that belongs in front takes the place of the character before, so that offsets stay those of the joined text.
        string copy = string.Concat(text.AsSpan(0, offset - 1), " ", text.AsSpan(offset));
        return Limit(regex => regex.Match(copy, offset - 1, copy.Length - offset + 1));
    }

    private Match? Limit(Func<Regex, Match> search)
    {
        if (TimedOut)
        {
            return null;
        }

        if (_joined.Text.Length < ShortText && _time == TimeSpan.Zero)
        {
            return Search(search);
        }

        long start = Stopwatch.GetTimestamp();
        Match? match = Search(search);
        _time += Stopwatch.GetElapsedTime(start);
        TimedOut |= _time > LargestTime;
        return match;
    }

    private Match? Search(Func<Regex, Match> search)
    {
        try
        {
            return search(_regex) is { Success: true } match ? match : null;
        }
        catch (RegexMatchTimeoutException) when (_regex == expression.Regex && expression.Linear is { } linear)
        {
            // From now on without backtracking.
            _regex = linear;
            return Search(search);
        }
        catch (RegexMatchTimeoutException)
        {
            // A search that takes too long counts as no match.
            TimedOut = true;
            return null;
        }
    }

    private static bool IsWordCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character == '_' || !char.IsAscii(character);
}
