using Bubblescript.Storage;

namespace Bubblescript.Sqlite;

/// <summary>The record of a user.</summary>
internal sealed class UserRequest(StoredUser user) : WriteRequest(continuesAsynchronously: true)
{
    public override void Write(SqliteWriter writer) => writer.SaveUser(user);
}
