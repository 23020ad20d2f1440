using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Bubblescript.Matching;

namespace Bubblescript.Binding;

/// <summary>
/// The patterns of a bot by their text, parsed once. Keeps at most twice <see cref="GenerationSize"/> patterns: those that were not asked for while as many
/// others were go. Safe for use by several threads.
/// </summary>
internal sealed class PatternCache(BmlOptions options)
{
    /// <summary>How many patterns are kept at least.</summary>
    public const int GenerationSize = 8192;

    private readonly Lock _exchange = new();
    private volatile ConcurrentDictionary<string, Entry> _young = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, Entry> _old = new(StringComparer.Ordinal);
    private int _youngCount;

    /// <summary>What the patterns may refer to.</summary>
    public BmlOptions Options { get; } = options;

    /// <summary>The pattern of a text, or why it is none.</summary>
    public bool TryGet(string source, [NotNullWhen(true)] out UtterancePattern? pattern, [NotNullWhen(false)] out BmlParseError? error)
    {
        if (!_young.TryGetValue(source, out Entry entry))
        {
            entry = _old.TryGetValue(source, out Entry earlier) ? earlier : Parse(source);
            Add(source, entry);
        }

        pattern = entry.Pattern;
        error = entry.Error;
        return pattern is not null;
    }

    private Entry Parse(string source) =>
        UtterancePattern.TryParse(source, Options, out UtterancePattern? pattern, out BmlParseError? error) ? new Entry(pattern, null) : new Entry(null, error);

    private void Add(string source, Entry entry)
    {
        if (!_young.TryAdd(source, entry) || Interlocked.Increment(ref _youngCount) < GenerationSize)
        {
            return;
        }

        lock (_exchange)
        {
            if (_youngCount >= GenerationSize)
            {
                _old = _young;
                _young = new ConcurrentDictionary<string, Entry>(StringComparer.Ordinal);
                _youngCount = 0;
            }
        }
    }

    private readonly record struct Entry(UtterancePattern? Pattern, BmlParseError? Error);
}
