using System.Collections.Frozen;
using Bubblescript.Values;

namespace Bubblescript.Evaluation;

/// <summary>A constant of the bot. It is completed while the bot is loaded, before anything else sees it; a large table is read at its first use.</summary>
internal sealed class ConstantCell(string name)
{
    private Lazy<Value>? _pending;
    private FrozenDictionary<string, Value>? _localized;

    public string Name { get; } = name;

    /// <summary>The value for locales that have none of their own.</summary>
    public Value Value
    {
        get => _pending is null ? field : _pending.Value;
        set;
    }

    /// <summary>Whether the value is in memory.</summary>
    public bool IsLoaded => _pending is null or { IsValueCreated: true };

    /// <summary>The values that the constant has in one locale or another.</summary>
    public IEnumerable<Value> AllValues => _localized is null ? [Value] : _localized.Values.Prepend(Value);

    /// <summary>The value for a locale: it differs when the constant is made of translations.</summary>
    public Value For(LocaleContext locale)
    {
        if (_localized is not null)
        {
            foreach (string candidate in LocaleFallback.Of(locale.Current))
            {
                if (_localized.TryGetValue(candidate, out Value value))
                {
                    return value;
                }
            }
        }

        return Value;
    }

    /// <summary>Gives the constant a value that is made at its first use, by one thread.</summary>
    public void SetPending(Func<Value> read) => _pending = new Lazy<Value>(read);

    /// <summary>Gives the constant its value for a locale.</summary>
    public void SetFor(string locale, Value value) =>
        _localized = (_localized ?? FrozenDictionary<string, Value>.Empty).Append(KeyValuePair.Create(locale, value)).ToFrozenDictionary(StringComparer.Ordinal);
}
