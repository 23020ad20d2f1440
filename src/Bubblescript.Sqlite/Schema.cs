using System.Globalization;
using Bubblescript.Storage;

namespace Bubblescript.Sqlite;

/// <summary>The tables, made and migrated version by version. A version that was released never changes.</summary>
internal static class Schema
{
    /// <summary>Marks the file as ours ("Bubb").</summary>
    private const int ApplicationId = 0x42756262;

    /// <remarks>
    /// Messages lie in the order in which they were stored, so that the messages of many conversations fill the same few pages; each knows the one before
    /// it in its conversation.
    /// </remarks>
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE processes (
          id INTEGER PRIMARY KEY,
          address TEXT NOT NULL UNIQUE,
          bot TEXT NOT NULL,
          user TEXT NOT NULL,
          version INTEGER NOT NULL,
          writer TEXT NOT NULL,
          due INTEGER,
          last_message INTEGER,
          changed INTEGER NOT NULL,
          checksum INTEGER NOT NULL,
          state BLOB NOT NULL
        );
        CREATE INDEX processes_by_due ON processes (due) WHERE due IS NOT NULL;
        CREATE TABLE inputs (
          number INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          receiver TEXT NOT NULL,
          checksum INTEGER NOT NULL,
          document BLOB NOT NULL
        );
        CREATE TABLE messages (
          number INTEGER PRIMARY KEY,
          process INTEGER NOT NULL,
          previous INTEGER,
          checksum INTEGER NOT NULL,
          document BLOB NOT NULL
        );
        CREATE TABLE users (
          number INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          version INTEGER NOT NULL,
          checksum INTEGER NOT NULL,
          document BLOB NOT NULL
        );
        """,
    ];

    /// <summary>Makes or migrates the tables.</summary>
    /// <exception cref="StoreException">The file is another program's, or of a newer version.</exception>
    public static void Prepare(SqliteConnection connection, string path)
    {
        int version = ReadVersion(connection, path);
        for (int next = version; next < Migrations.Length; next++)
        {
            connection.Execute(string.Create(
                CultureInfo.InvariantCulture,
                $"BEGIN IMMEDIATE; PRAGMA application_id = {ApplicationId}; {Migrations[next]} PRAGMA user_version = {next + 1}; COMMIT;"));
        }
    }

    /// <summary>Sees that the tables can be read as they are.</summary>
    /// <exception cref="StoreException">The file is another program's, empty, or of another version.</exception>
    public static void Require(SqliteConnection connection, string path)
    {
        int version = ReadVersion(connection, path);
        if (version == 0)
        {
            throw new StoreException($"The database '{path}' is empty: no host has kept anything in it.");
        }

        if (version < Migrations.Length)
        {
            throw new StoreException($"The database '{path}' has the version {version}. Start a host with it once, which brings it up to date.");
        }
    }

    private static int ReadVersion(SqliteConnection connection, string path)
    {
        int version = int.Parse(connection.QueryText("PRAGMA user_version")!, CultureInfo.InvariantCulture);
        int application = int.Parse(connection.QueryText("PRAGMA application_id")!, CultureInfo.InvariantCulture);
        bool isEmpty = connection.QueryText("SELECT name FROM sqlite_schema LIMIT 1") is null;
        if (!isEmpty && application != ApplicationId)
        {
            throw new StoreException($"The database '{path}' belongs to another program. Name another file; it is made when it does not exist.");
        }

        if (version > Migrations.Length)
        {
            throw new StoreException(
                $"The database '{path}' has the version {version}, and this program knows versions up to {Migrations.Length}. Use the program that made it, or a later one.");
        }

        return isEmpty ? 0 : version;
    }
}
