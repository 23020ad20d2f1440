namespace Bubblescript.Binding;

/// <summary>The constants that a program sees: its own and, for master and group scripts, those of the main scripts behind them.</summary>
internal sealed class ConstantTable(ConstantTable? parent = null)
{
    private readonly Dictionary<string, ConstantSymbol> _symbols = new(StringComparer.Ordinal);
    private readonly List<ConstantSymbol> _ordered = [];

    /// <summary>The table's own constants, in the order of the files.</summary>
    public IReadOnlyList<ConstantSymbol> Own => _ordered;

    public ConstantSymbol? Find(string name) => _symbols.TryGetValue(name, out ConstantSymbol? symbol) ? symbol : parent?.Find(name);

    public ConstantSymbol? FindOwn(string name) => _symbols.GetValueOrDefault(name);

    public void Add(ConstantSymbol symbol)
    {
        _symbols.Add(symbol.Name, symbol);
        _ordered.Add(symbol);
    }

    public IEnumerable<string> AllNames() => parent is null ? _symbols.Keys : _symbols.Keys.Concat(parent.AllNames());

    /// <summary>Marks the constants that a text names as concepts: <c>@name</c> (BML, section 4.3).</summary>
    public void NoteConcepts(string text)
    {
        for (int at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            int end = at + 1;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '?' or '!'))
            {
                end++;
            }

            string name = text[(at + 1)..end];
            if ((Find(name) ?? Find(name.TrimEnd('?', '!'))) is { } symbol)
            {
                symbol.IsUsed = true;
            }
        }
    }
}
