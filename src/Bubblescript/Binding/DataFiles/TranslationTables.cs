using System.Collections.Frozen;
using System.Collections.Immutable;
using Bubblescript.Diagnostics;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding.DataFiles;

/// <summary>The translations of a bot (language reference, section 12).</summary>
internal sealed class TranslationTables(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, Dictionary<string, string>> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Locale, string Source), DataPlace> _places = [];
    private readonly Dictionary<(string Locale, string Source), TranslatedText?> _parsed = [];

    /// <summary>The names that make calls without parentheses in interpolations.</summary>
    public IReadOnlySet<string> FunctionNames { get; set; } = FrozenSet<string>.Empty;

    public IEnumerable<string> Locales => _tables.Keys;

    /// <summary>Adds a translation; the first of several for one text holds.</summary>
    public void Add(string locale, string source, string translation, DataPlace place)
    {
        if (!_tables.TryGetValue(locale, out Dictionary<string, string>? table))
        {
            _tables.Add(locale, table = new Dictionary<string, string>(StringComparer.Ordinal));
        }

        if (table.TryAdd(source, translation))
        {
            _places.Add((locale, source), place);
        }
    }

    /// <summary>The translations of a text by locale.</summary>
    public IEnumerable<(string Locale, TranslatedText Text)> Find(string source)
    {
        foreach ((string locale, Dictionary<string, string> table) in _tables)
        {
            if (table.TryGetValue(source, out string? translation) && Parse(locale, source, translation) is { } text)
            {
                yield return (locale, text);
            }
        }
    }

    /// <summary>Locale → source text → translation.</summary>
    public FrozenDictionary<string, FrozenDictionary<string, string>> ToFrozen() =>
        _tables.ToFrozenDictionary(static table => table.Key, static table => table.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    private TranslatedText? Parse(string locale, string source, string translation)
    {
        if (_parsed.TryGetValue((locale, source), out TranslatedText? text))
        {
            return text;
        }

        DataPlace place = _places[(locale, source)];
        SourceText literal = new(place.Path, InterpolatedText.ToLiteral(translation)) { FirstLine = place.Line, FirstColumn = place.Column };
        DiagnosticBag errors = new();
        Expression expression = ScriptParser.ParseExpression(literal, FunctionNames, errors);
        text = expression is StringExpression parsed && !errors.HasErrors ? new TranslatedText(literal, parsed.Span, parsed.Parts) : null;
        if (text is null)
        {
            ImmutableArray<Diagnostic> all = errors.ToSorted([]);
            string reason = all.IsEmpty ? "it is no text" : all[0].FullMessage;
            diagnostics.Add(place.ToDiagnostic(Descriptors.InvalidDataFile, $"the translation of '{source}' cannot be used: {reason}"));
        }

        return _parsed[(locale, source)] = text;
    }
}
