using Bubblescript.Storage;

namespace Bubblescript.Sqlite;

/// <summary>An input that waits in an inbox.</summary>
internal sealed class InputRequest(StoredInput input) : WriteRequest(continuesAsynchronously: true)
{
    public override void Write(SqliteWriter writer) => writer.AddInput(input);
}
