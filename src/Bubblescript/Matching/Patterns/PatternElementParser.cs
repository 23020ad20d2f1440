using System.Collections.Immutable;

namespace Bubblescript.Matching.Patterns;

/// <summary>The elements of patterns: atoms and the marks that follow them.</summary>
internal sealed partial class PatternParser
{
    private const string NonWordCharacters = "`~!@#$%^&*()_+=-{}|\\][';\":?><,./";

    private static bool IsPlain(char character) => !Tokenizer.IsWhiteSpace(character) && !NonWordCharacters.Contains(character, StringComparison.Ordinal);

    private static bool IsLetter(char character) => char.IsAsciiLetter(character) || character == '_';

    private PatternNode? ParseElement()
    {
        int start = _position;
        if (!_scope.TryCount())
        {
            return Fail($"The pattern is too large: it has more than {PatternScope.LargestSize} elements.", start);
        }

        if (Current == '[')
        {
            return ParseBlock() is { } block ? MakeFromBlock(block) : null;
        }

        PatternNode? atom = ParseAtom();
        if (atom is null)
        {
            return null;
        }

        bool isOptional = Current == '?' && !AtEnd;
        if (isOptional)
        {
            _position++;
        }

        PatternBlock? suffix = null;
        if (Current == '[' && !AtEnd && (suffix = ParseBlock()) is null)
        {
            return null;
        }

        return ApplySuffix(start, atom, isOptional, suffix);
    }

    private PatternNode? ApplySuffix(int start, PatternNode atom, bool isOptional, PatternBlock? suffix)
    {
        if (suffix is { Form: PatternBlockForm.Kind or PatternBlockForm.Start or PatternBlockForm.End })
        {
            return Fail($"'[{suffix.Name}]' is an element of its own and cannot follow another; put a blank before it.", suffix.Offset);
        }

        if (suffix is { Form: PatternBlockForm.Count } && isOptional)
        {
            return Fail("'?' cannot be followed by a count; write '[0-n]' instead.", suffix.Offset);
        }

        if (suffix is { Form: PatternBlockForm.Count } && atom is WildcardNode)
        {
            return Fail("'_' cannot have a count; write '[n-m]' for a number of arbitrary words.", suffix.Offset);
        }

        PatternNode result = atom;
        int length = _position - start;
        if (suffix is { Form: PatternBlockForm.Count })
        {
            result = new RepetitionNode(start, length, atom, suffix.Minimum, suffix.Maximum, suffix.IsLazy);
        }
        else if (isOptional && atom is not WildcardNode)
        {
            result = new RepetitionNode(start, length, atom, 0, 1, IsLazy: false);
        }

        string? capture = suffix?.Capture ?? (atom is ConceptNode { IsSimple: true } concept ? concept.Path : null);
        return capture is null ? result : new CaptureNode(start, length, result, capture);
    }

    private PatternNode? MakeFromBlock(PatternBlock block)
    {
        int length = _position - block.Offset;
        PatternNode node;
        switch (block.Form)
        {
            case PatternBlockForm.Start:
                node = new StartNode(block.Offset, length);
                break;
            case PatternBlockForm.End:
                node = new EndNode(block.Offset, length);
                break;
            case PatternBlockForm.Kind:
                if (!_scope.IsEntityKind(block.Name!))
                {
                    return Fail(DescribeUnknownKind(block.Name!), block.Offset + 1);
                }

                node = new EntityNode(block.Offset, length, block.Name!);
                return new CaptureNode(block.Offset, length, node, block.Capture ?? block.Name!);
            default:
                node = new WildcardNode(block.Offset, length, block.Minimum, block.Maximum, block.IsLazy);
                break;
        }

        return block.Capture is null ? node : new CaptureNode(block.Offset, length, node, block.Capture);
    }

    private PatternNode? ParseAtom()
    {
        int start = _position;
        switch (Current)
        {
            case '(':
                return ParseGroup();
            case '<':
                return ParsePermutation();
            case '/':
                return ParseRegex();
            case '"' or '\'':
                return ParseLiteral();
            case '%':
                return ParsePartOfSpeech();
            case '@':
                return ParseConcept();
            case '_':
                _position++;
                return new WildcardNode(start, 1, 0, 5, IsLazy: true);
            default:
                return IsPlain(Current) ? ParseWord() : Fail(DescribeUnexpected(Current), start);
        }
    }

    private PatternNode? ParseWord()
    {
        int start = _position;
        string first = ReadPlain();
        if (Current is '-' or '\'' && _position + 1 < _end && IsPlain(_source[_position + 1]))
        {
            char separator = _source[_position++];
            string second = ReadPlain();
            return new CompoundNode(start, _position - start, first, separator, second);
        }

        return new WordNode(start, _position - start, first);
    }

    private string ReadPlain()
    {
        int start = _position;
        while (!AtEnd && IsPlain(Current))
        {
            _position++;
        }

        return TextNormalizer.Normalize(_source.AsSpan(start, _position - start));
    }

    private PatternNode? ParseLiteral()
    {
        int start = _position;
        char quote = _source[_position++];
        bool hasEscape = false;
        while (!AtEnd && Current != quote)
        {
            bool isEscape = Current == '\\' && _position + 1 < _end && _source[_position + 1] == quote;
            hasEscape |= isEscape;
            _position += isEscape ? 2 : 1;
        }

        if (AtEnd)
        {
            return Fail(quote == '"' ? "This literal has no closing '\"'." : "This literal has no closing '\\''; an apostrophe can only stand inside a word.", start);
        }

        string text = _source.Substring(start + 1, _position - start - 1);
        _position++;
        text = hasEscape ? text.Replace("\\" + quote, quote.ToString(), StringComparison.Ordinal) : text;
        return new LiteralNode(start, _position - start, TextNormalizer.Normalize(text));
    }

    private PatternNode? ParseRegex()
    {
        int start = _position++;
        while (!AtEnd && Current != '/')
        {
            _position += Current == '\\' && _position + 1 < _end && _source[_position + 1] == '/' ? 2 : 1;
        }

        if (AtEnd)
        {
            return Fail("This regular expression has no closing '/'.", start);
        }

        string expression = _source.Substring(start + 1, _position - start - 1);
        _position++;
        bool isPerToken = Current == 'T' && !AtEnd;
        if (isPerToken)
        {
            _position++;
        }

        return MakeRegex(start, _position - start, start + 1, expression, isPerToken);
    }

    private PatternNode? MakeRegex(int start, int length, int expressionStart, string expression, bool isPerToken)
    {
        _scope.HasRegexes = true;
        PatternRegex? regex = PatternRegex.TryCreate(expression, isPerToken, out string? error, out int offset);
        return regex is null ? Fail($"Invalid regular expression: {error}.", expressionStart + offset) : new RegexNode(start, length, regex, isPerToken);
    }

    private PatternNode? ParsePartOfSpeech()
    {
        int start = _position++;
        string tag = ReadIdentifier();
        return tag.Length == 0
            ? Fail("'%' needs a part of speech such as %NOUN.", start)
            : new PartOfSpeechNode(start, _position - start, tag);
    }

    private PatternNode? ParseConcept()
    {
        int start = _position;
        do
        {
            _position++;
            if (ReadIdentifier().Length == 0)
            {
                return Fail("'@' needs the name of a constant, as in @drinks or @menu.drinks, of letters and '_' only.", start);
            }
        }
        while (Current == '.' && !AtEnd);

        string path = _source.Substring(start + 1, _position - start - 1);
        PatternNode? body = _scope.Resolve(path, out string? error);
        return body is null ? Fail(error!, start) : new ConceptNode(start, _position - start, path, body);
    }

    private string ReadIdentifier()
    {
        int start = _position;
        while (!AtEnd && IsLetter(Current))
        {
            _position++;
        }

        return _source.Substring(start, _position - start);
    }

    private string DescribeUnknownKind(string kind)
    {
        string hint = kind.Equals("start", StringComparison.OrdinalIgnoreCase) ? " Did you mean '[Start]'?"
            : kind.Equals("end", StringComparison.OrdinalIgnoreCase) ? " Did you mean '[End]'?"
            : _scope.SuggestEntityKind(kind) is { } similar ? $" Did you mean '{similar}'?"
            : " To capture a word, write '[=" + kind + "]'.";
        return $"Unknown entity kind '{kind}'.{hint}";
    }

    private static string DescribeUnexpected(char character) => character switch
    {
        ')' or '>' or ']' => DescribeStray(character),
        '?' or '*' or '+' => $"There is nothing before this '{character}' to repeat.",
        '.' => "'.' cannot stand here; only the whole pattern '.*' means any words. Write '_' or '[1+]' for arbitrary words.",
        '^' => "'^' can only begin a pattern, which then is a regular expression; write '[Start]' here.",
        '\\' => "'\\' cannot stand here; inside '/…/' it is part of a regular expression.",
        _ => $"'{character}' cannot stand here; write it as a literal in double quotes.",
    };
}
