namespace Bubblescript.Coordination;

/// <summary>The record of one user in memory, shared by the user's conversations. Safe for use by several threads.</summary>
internal sealed class UserEntry(string id, UserData data)
{
    private UserData _data = data;

    public string Id { get; } = id;

    public UserData Data => Volatile.Read(ref _data);

    /// <summary>How many processes in memory hold the entry; changed under the directory's lock.</summary>
    public int Holders { get; set; }

    /// <summary>Changes the record and gives what it is now, or null when the change changed nothing. The change may be called several times.</summary>
    public UserData? Change<TState>(TState state, Func<UserData, TState, UserData> change)
    {
        while (true)
        {
            UserData before = Data;
            UserData changed = change(before, state);
            if (ReferenceEquals(changed, before))
            {
                return null;
            }

            changed = changed with { Version = before.Version + 1 };
            if (ReferenceEquals(Interlocked.CompareExchange(ref _data, changed, before), before))
            {
                return changed;
            }
        }
    }
}
