using Bubblescript.Storage;
using SQLitePCL;

namespace Bubblescript.Sqlite;

/// <summary>An open database file; used by one thread at a time.</summary>
internal sealed class SqliteConnection : IDisposable
{
    private readonly List<SqliteStatement> _statements = [];

    /// <exception cref="StoreException">The file cannot be opened.</exception>
    public SqliteConnection(string path, bool isReadOnly, TimeSpan lockTimeout)
    {
        Batteries_V2.Init();
        Path = path;

        // Not "read only" for SQLite, which would leave its working files behind; it sees by itself when it may not write.
        int flags = raw.SQLITE_OPEN_NOMUTEX | raw.SQLITE_OPEN_READWRITE | (isReadOnly ? 0 : raw.SQLITE_OPEN_CREATE);
        int code = raw.sqlite3_open_v2(path, out sqlite3 handle, flags, vfs: null);
        Handle = handle;
        if (code != raw.SQLITE_OK)
        {
            StoreException failure = SqliteErrors.Create(path, code, handle);
            handle.Dispose();
            throw failure;
        }

        Check(raw.sqlite3_busy_timeout(Handle, (int)Math.Min(lockTimeout.TotalMilliseconds, int.MaxValue)));
    }

    public string Path { get; }

    public sqlite3 Handle { get; }

    /// <summary>A statement that lives as long as the connection.</summary>
    public SqliteStatement Prepare(string sql)
    {
        SqliteStatement statement = new(this, sql);
        _statements.Add(statement);
        return statement;
    }

    /// <summary>Runs statements that give no rows.</summary>
    /// <exception cref="StoreException">One of them failed.</exception>
    public void Execute(string sql) => Check(raw.sqlite3_exec(Handle, sql));

    /// <summary>The first column of the first row, as text.</summary>
    /// <exception cref="StoreException">The statement failed.</exception>
    public string? QueryText(string sql)
    {
        using SqliteStatement statement = new(this, sql);
        string? text = statement.Read() ? statement.ReadText(0) : null;
        statement.Reset();
        return text;
    }

    /// <summary>A file that cannot be written is told when it is opened and not at its first commit, which would be tried again and again.</summary>
    /// <exception cref="StoreException">The file may not be written, or is locked by another program.</exception>
    public void RequireWritable()
    {
        if (raw.sqlite3_db_readonly(Handle, "main") != 0)
        {
            throw SqliteErrors.Create(Path, raw.SQLITE_READONLY, connection: null);
        }

        Execute("BEGIN IMMEDIATE; ROLLBACK");
    }

    /// <exception cref="StoreException">The code is an error.</exception>
    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw SqliteErrors.Create(Path, code, Handle);
        }
    }

    public void Dispose()
    {
        foreach (SqliteStatement statement in _statements)
        {
            statement.Dispose();
        }

        Handle.Dispose();
    }
}
