using System.Collections.Immutable;

namespace Bubblescript.Matching.Patterns;

/// <summary>
/// Parses a pattern (language reference, BML, section 3) by recursive descent. The first error ends parsing: methods that return null have noted it.
/// Elements are in the other part of this class.
/// </summary>
internal sealed partial class PatternParser
{
    private const int LargestPermutation = 10;

    private readonly string _source;
    private readonly int _end;
    private readonly PatternScope _scope;
    private int _position;
    private BmlParseError? _error;

    private PatternParser(string source, int start, int end, PatternScope scope)
    {
        _source = source;
        _position = start;
        _end = end;
        _scope = scope;
    }

    /// <summary>Parses a whole pattern, or says why it is none.</summary>
    public static PatternNode? Parse(string source, PatternScope scope, out BmlParseError? error)
    {
        int start = 0;
        while (start < source.Length && Tokenizer.IsWhiteSpace(source[start]))
        {
            start++;
        }

        int end = source.Length;
        while (end > start && Tokenizer.IsWhiteSpace(source[end - 1]))
        {
            end--;
        }

        PatternParser parser = new(source, start, end, scope);
        PatternNode? pattern = parser.ParseWhole();
        error = parser._error;
        return error is null ? pattern : null;
    }

    private char Current => _position < _end ? _source[_position] : '\0';

    private bool AtEnd => _position >= _end;

    private PatternNode? ParseWhole()
    {
        if (AtEnd)
        {
            return new NothingNode(_position, 0);
        }

        ReadOnlySpan<char> text = _source.AsSpan(_position, _end - _position);
        if (text.SequenceEqual(".*"))
        {
            return new WildcardNode(_position, 2, 1, int.MaxValue, IsLazy: false);
        }

        if (text[0] == '^')
        {
            return MakeRegex(_position, text.Length, _position, text.ToString(), isPerToken: false);
        }

        PatternNode? pattern = ParseAlternatives(closing: '\0', opening: -1);
        return pattern is not null && !AtEnd ? Fail(DescribeStray(Current), _position) : pattern;
    }

    private PatternNode? ParseAlternatives(char closing, int opening)
    {
        int start = _position;
        ImmutableArray<PatternNode>.Builder? alternatives = null;
        PatternNode? first = ParseSequence(closing, opening);
        while (first is not null && Current == '|' && !AtEnd)
        {
            alternatives ??= ImmutableArray.CreateBuilder<PatternNode>();
            alternatives.Add(first);
            _position++;
            SkipWhiteSpace();
            first = ParseSequence(closing, opening);
        }

        if (first is null || alternatives is null)
        {
            return first;
        }

        alternatives.Add(first);
        return new AlternativesNode(start, _position - start, alternatives.DrainToImmutable());
    }

    /// <summary>Reads elements and the white space after them, up to <c>|</c>, the closing character or the end.</summary>
    private PatternNode? ParseSequence(char closing, int opening)
    {
        int start = _position;
        ImmutableArray<PatternNode>.Builder? items = null;
        PatternNode? only = null;
        while (!AtEnd && Current != '|' && Current != closing)
        {
            PatternNode? item = ParseElement();
            if (item is null)
            {
                return null;
            }

            if (only is null)
            {
                only = item;
            }
            else
            {
                items ??= CreateBuilder(only);
                items.Add(item);
            }

            int elementEnd = _position;
            SkipWhiteSpace();
            if (_position == elementEnd && !AtEnd && Current != '|' && Current != closing)
            {
                return Fail(DescribeTouching(Current), _position);
            }
        }

        if (only is null)
        {
            return Fail(DescribeMissingSequence(closing), _position);
        }

        if (closing != '\0' && AtEnd)
        {
            return Fail($"This '{_source[opening]}' has no '{closing}'.", opening);
        }

        return items is null ? only : new SequenceNode(start, items[^1].Start + items[^1].Length - start, items.DrainToImmutable());
    }

    private PatternNode? ParseGroup()
    {
        int start = _position++;
        if (!_scope.TryEnter())
        {
            return Fail(PatternScope.TooDeep, start);
        }

        SkipWhiteSpace();
        PatternNode? body = ParseAlternatives(')', start);
        if (body is null)
        {
            return null;
        }

        _position++;
        _scope.Leave();
        return new GroupNode(start, _position - start, body);
    }

    private PatternNode? ParsePermutation()
    {
        int start = _position++;
        if (!_scope.TryEnter())
        {
            return Fail(PatternScope.TooDeep, start);
        }

        SkipWhiteSpace();
        PatternNode? body = ParseSequence('>', start);
        if (body is null)
        {
            return null;
        }

        if (Current != '>')
        {
            return Fail("'|' cannot stand directly in '< … >'; put the alternatives in parentheses.", _position);
        }

        _position++;
        _scope.Leave();
        ImmutableArray<PatternNode> items = body is SequenceNode sequence ? sequence.Items : [body];
        return items.Length > LargestPermutation
            ? Fail($"A permutation can have at most {LargestPermutation} parts; this one has {items.Length}.", start)
            : new PermutationNode(start, _position - start, items);
    }

    private void SkipWhiteSpace()
    {
        while (!AtEnd && Tokenizer.IsWhiteSpace(_source[_position]))
        {
            _position++;
        }
    }

    private PatternNode? Fail(string message, int position)
    {
        _error ??= new BmlParseError(message, position + 1);
        return null;
    }

    private static ImmutableArray<PatternNode>.Builder CreateBuilder(PatternNode first)
    {
        ImmutableArray<PatternNode>.Builder items = ImmutableArray.CreateBuilder<PatternNode>();
        items.Add(first);
        return items;
    }

    private string DescribeMissingSequence(char closing) => Current == '|' && !AtEnd
        ? "There is nothing before this '|'."
        : AtEnd && closing == '\0'
            ? "There is nothing after the last '|'."
            : closing == '\0' || Current != closing ? "A pattern is missing here." : $"There is nothing before this '{closing}'.";

    private static string DescribeStray(char character) => character switch
    {
        ')' => "This ')' has no '('.",
        '>' => "This '>' has no '<'.",
        ']' => "This ']' has no '['.",
        _ => $"'{character}' cannot stand here.",
    };

    private static string DescribeTouching(char character) => character switch
    {
        ')' or '>' or ']' => DescribeStray(character),
        '?' => "'?' can follow a word, a literal, a group or another single element once, and no block '[…]'; put the element in parentheses: '(…)?'.",
        '[' => "An element can have one block '[…]' only; put the element in parentheses.",
        '-' or '\'' => "A word can hold one '-' or '\\'' between letters only; write several words, or the text as a literal in double quotes.",
        _ => $"Elements are separated by blanks: put one before '{character}', or write the text as a literal in double quotes.",
    };
}
