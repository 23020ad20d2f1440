using Bubblescript.Storage;
using SQLitePCL;

namespace Bubblescript.Sqlite;

/// <summary>What SQLite's error codes mean for the one who runs a host.</summary>
internal static class SqliteErrors
{
    private const int PrimaryCodeMask = 0xFF;

    public static StoreException Create(string path, int code, sqlite3? connection)
    {
        string detail = connection is null ? raw.sqlite3_errstr(code).utf8_to_string() : raw.sqlite3_errmsg(connection).utf8_to_string();
        string meaning = (code & PrimaryCodeMask) switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "is locked by another program; close that program or use another file",
            raw.SQLITE_READONLY or raw.SQLITE_PERM => "may not be written; give write access to the file and its folder",
            raw.SQLITE_FULL => "cannot grow because the disk is full; make room and the host goes on by itself",
            raw.SQLITE_CORRUPT => "is damaged; put a backup in its place, or rescue what is left with the command .recover of the sqlite3 tool",
            raw.SQLITE_NOTADB => "is no SQLite database, or its beginning is damaged; check the path, or put a backup in its place",
            raw.SQLITE_CANTOPEN => "cannot be opened; check that its folder exists and may be read and written",
            raw.SQLITE_IOERR => "cannot be read or written; check the disk",
            _ => "gave an error",
        };
        return new StoreException($"The database '{path}' {meaning}. (SQLite error {code}: {detail})");
    }
}
