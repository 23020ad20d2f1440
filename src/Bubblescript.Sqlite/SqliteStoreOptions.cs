namespace Bubblescript.Sqlite;

/// <summary>Settings of a <see cref="SqliteStore"/>. Immutable.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The defaults.</summary>
    public static readonly SqliteStoreOptions Default = new();

    /// <summary>
    /// Whether a commit survives a power failure. With false it survives the end of the process but the last moments before a power failure may be lost,
    /// and commits are faster on slow disks. Default true.
    /// </summary>
    public bool SurvivesPowerFailure { get; init; } = true;

    /// <summary>Whether the structure of the file is checked when it is opened; reads the whole file. Default true.</summary>
    public bool ChecksFile { get; init; } = true;

    /// <summary>How long to wait for another program that has locked the file. Default 5 seconds.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The largest number of turns in one transaction. At least 1, default 10,000.</summary>
    public int BatchSize { get; init; } = 10_000;

    /// <summary>The largest number of pages of the file, in place of a full disk; 0 for SQLite's own limit.</summary>
    internal int MostPages { get; init; }

    /// <summary>
    /// Whether the file is only looked at: it must exist, nothing in it is changed, and a host may use it meanwhile. A host cannot use such a store. Default
    /// false.
    /// </summary>
    public bool IsReadOnly { get; init; }
}
