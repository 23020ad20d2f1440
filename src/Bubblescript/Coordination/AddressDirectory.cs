using System.Collections.Frozen;
using Bubblescript.Binding;
using Bubblescript.Interpretation;

namespace Bubblescript.Coordination;

/// <summary>Which process an address means, and whether the workspace can have it.</summary>
internal sealed class AddressDirectory
{
    private readonly Workspace _workspace;
    private readonly FrozenDictionary<string, string> _masters;
    private readonly Func<string, bool> _isKnown;

    public AddressDirectory(Workspace workspace, Func<string, bool> isKnown)
    {
        _workspace = workspace;
        _isKnown = isKnown;
        _masters = workspace.Bots.Where(static bot => bot.Master is not null)
            .ToFrozenDictionary(static bot => bot.Id, static bot => ProcessAddress.OfMaster(bot.Id), StringComparer.Ordinal);
    }

    /// <summary>The masters that run while the host does, with their bots.</summary>
    public IEnumerable<(string Address, string BotId)> Masters => _masters.Select(static entry => (entry.Value, entry.Key));

    /// <summary>The address of the process that a script or host means; null when there can be none.</summary>
    /// <param name="to">What was written.</param>
    /// <param name="botId">The bot whose code wrote it, or null.</param>
    /// <param name="state">The sending process, or null for hosts.</param>
    public string? Resolve(string to, string? botId, ProcessState? state)
    {
        if (_isKnown(to))
        {
            return to;
        }

        if (string.Equals(to, PlatformAddresses.OwnMaster, StringComparison.Ordinal))
        {
            return FindMaster(botId, state);
        }

        if (!ProcessAddress.TryParse(to, out ProcessIdentity? identity))
        {
            return null;
        }

        return identity.Kind switch
        {
            ProcessKind.Conversation => _workspace.Find(identity.BotId) is null ? null : to,
            ProcessKind.Master => _masters.ContainsKey(identity.BotId) ? to : null,
            _ => to,
        };
    }

    /// <summary>The bot whose group script a new group runs: the bot that asked for the group, else one that has such a script.</summary>
    public string? FindGroupBot(string? botId, ProcessState? state)
    {
        foreach (string candidate in Candidates(botId, state))
        {
            if (_workspace.Find(candidate)?.Group is not null)
            {
                return candidate;
            }
        }

        return null;
    }

    private string? FindMaster(string? botId, ProcessState? state)
    {
        foreach (string candidate in Candidates(botId, state))
        {
            if (_masters.TryGetValue(candidate, out string? address))
            {
                return address;
            }
        }

        return null;
    }

    /// <summary>The bot whose code runs, the bots of the conversation from the top down, the bot the process was started with, for hosts the first bot.</summary>
    private IEnumerable<string> Candidates(string? botId, ProcessState? state)
    {
        if (botId is not null)
        {
            yield return botId;
        }

        if (state is null)
        {
            yield return _workspace.Bots[0].Id;
            yield break;
        }

        for (int i = state.Bots.Length - 1; i >= 0; i--)
        {
            yield return state.Bots[i].BotId;
        }

        yield return state.Identity.BotId;
    }
}
