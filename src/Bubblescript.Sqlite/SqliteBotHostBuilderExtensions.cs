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
    public static BotHostBuilder UseSqlite(this BotHostBuilder builder, string path, SqliteStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return builder.UseStore(() => new SqliteStore(path, options));
    }
}
