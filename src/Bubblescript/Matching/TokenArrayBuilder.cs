namespace Bubblescript.Matching;

/// <summary>Collects tokens in an array that usually has the right size.</summary>
internal struct TokenArrayBuilder
{
    private const int LettersPerToken = 5;

    private Token[] _items;

    public TokenArrayBuilder(int textLength) => _items = textLength == 0 ? [] : new Token[(textLength / LettersPerToken) + 2];

    public int Count { get; private set; }

    public void Add(Token token)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(4, Count * 2));
        }

        _items[Count++] = token;
    }

    public Token[] ToArray()
    {
        if (Count != _items.Length)
        {
            Array.Resize(ref _items, Count);
        }

        return _items;
    }
}
