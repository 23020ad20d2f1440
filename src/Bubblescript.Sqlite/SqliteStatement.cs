using SQLitePCL;

namespace Bubblescript.Sqlite;

/// <summary>A prepared statement that is used again and again by one thread at a time.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _connection = connection;
        connection.Check(raw.sqlite3_prepare_v3(connection.Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public SqliteStatement Bind(int index, string text)
    {
        _connection.Check(raw.sqlite3_bind_text(_statement, index, text));
        return this;
    }

    /// <summary>A text as UTF-8.</summary>
    public SqliteStatement BindText(int index, ReadOnlySpan<byte> text)
    {
        _connection.Check(raw.sqlite3_bind_text(_statement, index, text));
        return this;
    }

    public SqliteStatement Bind(int index, long number)
    {
        _connection.Check(raw.sqlite3_bind_int64(_statement, index, number));
        return this;
    }

    public SqliteStatement Bind(int index, long? number)
    {
        _connection.Check(number is { } known ? raw.sqlite3_bind_int64(_statement, index, known) : raw.sqlite3_bind_null(_statement, index));
        return this;
    }

    public SqliteStatement Bind(int index, ReadOnlySpan<byte> bytes)
    {
        _connection.Check(raw.sqlite3_bind_blob(_statement, index, bytes));
        return this;
    }

    /// <summary>Runs the statement to its end and gives the number of rows that it changed.</summary>
    public int Run()
    {
        try
        {
            int code = raw.sqlite3_step(_statement);
            if (code is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
            {
                _connection.Check(code);
            }

            return raw.sqlite3_changes(_connection.Handle);
        }
        finally
        {
            // The code of the step has been looked at; reset repeats it.
            _ = raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>Goes to the next row; at the end the statement is ready for its next use.</summary>
    public bool Read()
    {
        int code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        _ = raw.sqlite3_reset(_statement);
        if (code != raw.SQLITE_DONE)
        {
            _connection.Check(code);
        }

        return false;
    }

    /// <summary>Leaves the remaining rows.</summary>
    public void Reset() => _ = raw.sqlite3_reset(_statement);

    public string ReadText(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public long ReadNumber(int column) => raw.sqlite3_column_int64(_statement, column);

    public long? ReadOptional(int column) => IsNull(column) ? null : ReadNumber(column);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public byte[] ReadBytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public void Dispose() => _statement.Dispose();
}
