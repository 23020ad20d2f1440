using Bubblescript.Coordination;

namespace Bubblescript.Sqlite;

/// <summary>Lets a host keep its conversations in a SQLite file.</summary>
public static class SqliteBotHostBuilderExtensions
{
    /// <summary>
    /// Keeps conversations in a file, which is made when it does not exist. Stop the host at any moment; a host with the same file continues all conversations
    /// where they were. One host at a time may use a file.
    /// </summary>
    /// <param name="builder">The builder of the host.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">Settings, or null for the defaults.</param>
    /// <exception cref="ArgumentException">The path is empty, or the options are for looking only.</exception>
    public static BotHostBuilder UseSqlite(this BotHostBuilder builder, string path, SqliteStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (options is { IsReadOnly: true })
        {
            throw new ArgumentException("A host writes to its store and cannot use one that is only looked at.", nameof(options));
        }

        return builder.UseStore(() => new SqliteStore(path, options));
    }
}
