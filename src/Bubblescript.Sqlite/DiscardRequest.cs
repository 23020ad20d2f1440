namespace Bubblescript.Sqlite;

/// <summary>The removal of an input.</summary>
internal sealed class DiscardRequest(string inputId) : WriteRequest(continuesAsynchronously: true)
{
    public override void Write(SqliteWriter writer) => writer.RemoveInput(inputId);
}
