using System.Collections.Immutable;
using Bubblescript.Interpretation;
using Bubblescript.Storage;

namespace Bubblescript.Coordination;

/// <summary>Makes commits of turns and hands them to the store.</summary>
internal sealed class CommitBuilder(
    IConversationStore store, ProcessStateSerializer serializer, TimeProvider clock, string writer, CancellationToken stopping)
{
    /// <summary>The commit of a turn. It takes the user's record along when that has changed since this process last stored it.</summary>
    public ProcessCommit Build(in FinishedTurn turn, long storedUserVersion)
    {
        ImmutableArray<StoredInput>.Builder? outgoing = null;
        foreach (OutgoingInput input in turn.Outgoing.AsSpan())
        {
            if (input.StoredId is { } id)
            {
                (outgoing ??= ImmutableArray.CreateBuilder<StoredInput>()).Add(ToStored(id, input));
            }
        }

        return Build(turn.Loaded, turn.Time ?? clock.GetUtcNow(), storedUserVersion, new CommitExtras(
            History.Of(turn), outgoing?.DrainToImmutable() ?? [], turn.Envelope.StoredId));
    }

    /// <summary>The commit of a process that has not been stored turn by turn.</summary>
    public ProcessCommit Build(LoadedProcess loaded, DateTimeOffset now) => Build(loaded, now, storedUserVersion: 0, new CommitExtras([], [], null));

    public ValueTask StoreAsync(ProcessCommit commit) => store.CommitAsync(commit, stopping);

    private ProcessCommit Build(LoadedProcess loaded, DateTimeOffset now, long storedUserVersion, in CommitExtras extras)
    {
        ProcessState state = loaded.State;
        StoredUser? user = null;
        if (loaded.User is { } entry && entry.Data is { } data && data.Version > storedUserVersion)
        {
            user = new StoredUser(entry.Id, data.Version, new StateDocument(UserSerializer.Write(entry.Id, data)));
        }

        return new ProcessCommit
        {
            Address = state.Identity.Address,
            BotId = state.Identity.BotId,
            UserId = state.Identity.UserId,
            Version = loaded.Version,
            Writer = writer,
            State = new StateDocument(buffer => serializer.Write(buffer, loaded)),
            Due = state.PendingCall is null ? state.NextDue : now,
            Time = now,
            Messages = extras.Messages,
            Outgoing = extras.Outgoing,
            ConsumedInput = extras.ConsumedInput,
            User = user,
        };
    }

    private static StoredInput ToStored(string id, OutgoingInput input) =>
        new(id, input.To, new StateDocument(InputSerializer.Write(new SavedInput(input.Input!, input.CreatorBotId))));
}
