using System.Text.RegularExpressions;
using Bubblescript.Matching.Patterns;

namespace Bubblescript.Matching.Programs;

/// <summary>
/// Searches the joined text of a tokenisation with one regular expression. Where matches do not depend on the text in front, the last result is kept,
/// so that all searches of one sentence together read it once per match.
/// </summary>
internal sealed class RegexSearch
{
    private readonly PatternRegex _expression;
    private readonly Tokenization _tokenization;
    private readonly JoinedText _joined;
    private readonly bool _hasGroups;
    private readonly RegexAllowance _allowance;
    private Regex _regex;
    private char[]? _buffer;
    private int _searchedFrom = -1;
    private RegexHit _found;

    public RegexSearch(PatternRegex expression, Tokenization tokenization, RegexAllowance allowance)
    {
        _tokenization = tokenization;
        _allowance = allowance;
        _joined = tokenization.Joined;
        _expression = expression.For(_joined.Text);
        _hasGroups = expression.GroupNames.Length > 0;
        _regex = _expression.Regex;
    }

    /// <summary>Where the search for the tokens from a position on begins in the joined text, and whether its results serve other positions too.</summary>
    public int OffsetFor(int position, out bool isShared)
    {
        int offset = _joined.OffsetOf(position);
        bool hasBlank = _tokenization[position].Index != 0;
        char before = _joined.Text[offset - 1];
        RegexTraits traits = _expression.Traits;
        bool sameBoundary = !traits.LooksAtBoundary || !IsWordCharacter(before);
        isShared = true;
        if (!traits.LooksBack && sameBoundary && (!hasBlank || !traits.TouchesBlank))
        {
            return offset;
        }

        if (!traits.LooksBack && !traits.LooksAtBoundary && before == ' ')
        {
            return offset - 1;
        }

        isShared = false;
        return hasBlank ? offset - 1 : offset;
    }

    /// <summary>The first match that starts at an offset of the joined text or later.</summary>
    public RegexHit FindShared(int offset)
    {
        if (offset > _joined.Text.Length)
        {
            return RegexHit.None;
        }

        if (_searchedFrom >= 0 && offset >= _searchedFrom && (!_found.IsFound || offset <= _found.Index))
        {
            return _found;
        }

        _found = Limit(start: 0, offset, blankAt: -1);
        _searchedFrom = offset;
        return _found;
    }

    /// <summary>The first match at an offset or later, seeing nothing of the text in front of <paramref name="start"/>.</summary>
    /// <param name="position">The position of the first token.</param>
    /// <param name="start">What <see cref="OffsetFor"/> gave for it.</param>
    /// <param name="offset">Where to search from.</param>
    public RegexHit FindIsolated(int position, int start, int offset)
    {
        bool hasBlank = start < _joined.OffsetOf(position);
        return offset > _joined.Text.Length ? RegexHit.None : Limit(start, offset, hasBlank && _joined.Text[start] != ' ' ? start : -1);
    }

    private RegexHit Limit(int start, int offset, int blankAt)
    {
        if (_allowance.IsSpent)
        {
            return RegexHit.None;
        }

        RegexHit hit = Search(start, offset, blankAt);
        _allowance.Charge((hit.IsFound ? hit.Index : _joined.Text.Length) - offset);
        return hit;
    }

    private RegexHit Search(int start, int offset, int blankAt)
    {
        try
        {
            return _hasGroups ? SearchGroups(start, offset, blankAt) : SearchPlain(start, offset, blankAt);
        }
        catch (RegexMatchTimeoutException) when (_regex == _expression.Regex && _expression.Linear is { } linear)
        {
            // From now on without backtracking.
            _allowance.ChargeTimeout();
            _regex = linear;
            return Search(start, offset, blankAt);
        }
        catch (RegexMatchTimeoutException)
        {
            // A search that takes too long counts as no match.
            _allowance.ChargeTimeout();
            return RegexHit.None;
        }
    }

    private RegexHit SearchPlain(int start, int offset, int blankAt)
    {
        ReadOnlySpan<char> text = _joined.Text;
        if (blankAt >= 0)
        {
            // The blank that belongs in front takes the place of the character before, so that offsets stay those of the joined text.
            _buffer ??= _joined.Text.ToCharArray();
            _buffer[blankAt] = ' ';
            text = _buffer;
        }

        RegexHit hit = RegexHit.None;
        foreach (ValueMatch match in _regex.EnumerateMatches(text[start..], offset - start))
        {
            hit = new RegexHit(start + match.Index, match.Length, Groups: null);
            break;
        }

        if (blankAt >= 0)
        {
            _buffer![blankAt] = _joined.Text[blankAt];
        }

        return hit;
    }

    private RegexHit SearchGroups(int start, int offset, int blankAt)
    {
        string text = start == 0 ? _joined.Text : blankAt < 0 ? _joined.Text[start..] : string.Concat(" ", _joined.Text.AsSpan(start + 1));
        Match match = _regex.Match(text, offset - start);
        return match.Success ? new RegexHit(start + match.Index, match.Length, match) : RegexHit.None;
    }

    private static bool IsWordCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character == '_' || !char.IsAscii(character);
}
