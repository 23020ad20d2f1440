using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>The headers of a request while it is made; a name counts once, whatever its case, and a later value wins.</summary>
internal sealed class HttpHeaderList
{
    private readonly List<KeyValuePair<string, Value>> _headers = [];

    public void Set(string name, string value)
    {
        _headers.RemoveAll(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase));
        _headers.Add(KeyValuePair.Create(name, (Value)value));
    }

    public MapValue ToMap() => MapValue.From(_headers);
}
