using System.Collections.Frozen;
using System.Collections.Immutable;
using Bubblescript.Binding;

namespace Bubblescript.Interpretation;

/// <summary>The bots that can hand conversations over to each other. Immutable.</summary>
internal sealed class Workspace
{
    private readonly FrozenDictionary<string, Bot> _bots;

    public Workspace(ImmutableArray<Bot> bots)
    {
        Bots = bots;
        _bots = bots.ToFrozenDictionary(static bot => bot.Id, StringComparer.Ordinal);
    }

    public ImmutableArray<Bot> Bots { get; }

    public Bot? Find(string id) => _bots.GetValueOrDefault(id);
}
