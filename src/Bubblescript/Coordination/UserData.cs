using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Coordination;

/// <summary>What a workspace knows of a user (language reference, section 4). Immutable.</summary>
internal sealed record UserData
{
    public static readonly UserData Empty = new();

    /// <summary>What hosts and clients have told.</summary>
    public MapValue Profile { get; init; } = MapValue.Empty;

    /// <summary>What <c>remember</c> has stored.</summary>
    public MapValue Remembered { get; init; } = MapValue.Empty;

    /// <summary>All fields that scripts see: profile, remembered data and what lasts only as long as the user's sessions.</summary>
    public MapValue Fields { get; init; } = MapValue.Empty;

    /// <summary>The conversations of the user whose session is open; when the last one times out, only what is told or remembered stays.</summary>
    public ImmutableArray<string> Sessions { get; init; } = [];

    public long Version { get; init; }

    public static UserData Create(string userId)
    {
        // With the tags that every conversation shows at first, so that most users need one map for both.
        MapValue profile = MapValue.From(("id", userId), ("user_id", userId), ("tags", ListValue.Empty));
        return new UserData { Profile = profile, Fields = profile };
    }

    /// <summary>Takes over what a host knows: unknown fields, and always <c>extra</c> and <c>timezone</c>.</summary>
    public UserData WithProfile(MapValue told)
    {
        MapValue profile = Profile;
        MapValue fields = Fields;
        foreach (KeyValuePair<string, Value> entry in told.AsSpan())
        {
            bool isAlwaysTaken = entry.Key is "extra" or "timezone";
            if (entry.Key is not ("id" or "user_id") && (isAlwaysTaken || fields[entry.Key].IsNil))
            {
                profile = profile.Set(entry.Key, entry.Value);
                fields = fields.Set(entry.Key, entry.Value);
            }
        }

        return ReferenceEquals(fields, Fields) ? this : this with { Profile = profile, Fields = fields };
    }

    /// <summary>Puts the changes that a turn made to a map it had read upon what the map is now, entry by entry.</summary>
    public static MapValue Merge(MapValue now, MapValue read, MapValue written)
    {
        if (ReferenceEquals(now, read))
        {
            return written;
        }

        foreach (KeyValuePair<string, Value> entry in read.AsSpan())
        {
            if (!written.ContainsKey(entry.Key))
            {
                now = now.Remove(entry.Key);
            }
        }

        foreach (KeyValuePair<string, Value> entry in written.AsSpan())
        {
            if (!read.TryGetValue(entry.Key, out Value before) || before != entry.Value)
            {
                now = now.Set(entry.Key, entry.Value);
            }
        }

        return now;
    }

    public UserData WithSession(string address) => Sessions.Contains(address) ? this : this with { Sessions = Sessions.Add(address) };

    /// <summary>Ends the session of a conversation; after the last one has timed out, what was not remembered is gone.</summary>
    public UserData WithoutSession(string address, bool isTimeout)
    {
        ImmutableArray<string> sessions = Sessions.Remove(address, StringComparer.Ordinal);
        if (sessions.Length == Sessions.Length)
        {
            return this;
        }

        return isTimeout && sessions.IsEmpty
            ? this with { Sessions = sessions, Fields = MergeDeep(Profile, Remembered) }
            : this with { Sessions = sessions };
    }

    /// <summary>A remembered part of what a host has told does not hide the other parts.</summary>
    private static MapValue MergeDeep(MapValue told, MapValue remembered)
    {
        foreach (KeyValuePair<string, Value> entry in remembered.AsSpan())
        {
            told = told.Set(entry.Key, entry.Value.AsMap() is { } inner && told[entry.Key].AsMap() is { } outer ? MergeDeep(outer, inner) : entry.Value);
        }

        return told;
    }
}
