using System.Collections.Frozen;
using System.Collections.Immutable;
using Bubblescript.Binding;

namespace Bubblescript.Interpretation;

/// <summary>The bots that can hand conversations over to each other. Immutable but for the working memory of turns; safe for use by several threads.</summary>
internal sealed class Workspace
{
    private readonly FrozenDictionary<string, Bot> _bots;
    private readonly FrozenDictionary<ScriptProgram, TriggerTable> _triggers;

    public Workspace(ImmutableArray<Bot> bots)
    {
        Bots = bots;
        Turns = new TurnPool(this);
        _bots = bots.ToFrozenDictionary(static bot => bot.Id, StringComparer.Ordinal);
        _triggers = bots
            .SelectMany(static bot => new[] { bot.Main, bot.Master, bot.Group }.OfType<ScriptProgram>(), static (bot, program) => (bot.Patterns, Program: program))
            .DistinctBy(static entry => entry.Program)
            .ToFrozenDictionary(static entry => entry.Program, static entry => new TriggerTable(entry.Program, entry.Patterns));
    }

    public ImmutableArray<Bot> Bots { get; }

    /// <summary>Working memory for turns.</summary>
    public TurnPool Turns { get; }

    /// <summary>The triggers of a program, prepared for look-up.</summary>
    public TriggerTable TriggersOf(ScriptProgram program) => _triggers[program];

    public Bot? Find(string id)
    {
        foreach (Bot bot in Bots.AsSpan())
        {
            // Processes have the id from their bot, so that most look-ups end here.
            if (ReferenceEquals(bot.Id, id))
            {
                return bot;
            }
        }

        return _bots.GetValueOrDefault(id);
    }
}
