namespace Bubblescript.Coordination;

/// <summary>The record of one user in memory, shared by the user's conversations. Safe for use by several threads.</summary>
internal sealed class UserEntry(string id, UserData data)
{
    private readonly Lock _lock = new();
    private UserData _data = data;

    public string Id { get; } = id;

    public UserData Data => Volatile.Read(ref _data);

    /// <summary>How many processes in memory hold the entry; changed under the directory's lock.</summary>
    public int Holders { get; set; }

    /// <summary>Changes the record and gives what it is now, or null when the change changed nothing.</summary>
    public UserData? Change<TState>(TState state, Func<UserData, TState, UserData> change)
    {
        lock (_lock)
        {
            UserData changed = change(_data, state);
            if (ReferenceEquals(changed, _data))
            {
                return null;
            }

            changed = changed with { Version = _data.Version + 1 };
            Volatile.Write(ref _data, changed);
            return changed;
        }
    }
}
