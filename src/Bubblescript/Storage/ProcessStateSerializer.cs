using System.Buffers;
using System.Text.Json;
using Bubblescript.Coordination;
using Bubblescript.Interpretation;

namespace Bubblescript.Storage;

/// <summary>
/// The saved form of a process (execution model, section 9): human-readable, versioned JSON that names variables, dialogs and statements, so that it can
/// be loaded after the script has changed. Safe for use by several threads.
/// </summary>
internal sealed class ProcessStateSerializer(Workspace workspace)
{
    private readonly BodyOutlines _outlines = new();
    private readonly ProgramCatalog _programs = new(workspace);

    public ReadOnlyMemory<byte> Write(LoadedProcess process) => StateJson.Write((process, this), Write);

    public void Write(IBufferWriter<byte> buffer, LoadedProcess process) => StateJson.Write(buffer, (process, this), Write);

    /// <summary>Reads a state and fits it to the scripts as they are now; the report says what had to change.</summary>
    /// <exception cref="StateFormatException">
    /// The document is damaged; or it is not for this host (<see cref="StateFormatException.IsForeign"/>) and has to stay as it is.
    /// </exception>
    public LoadedProcess Read(string address, ReadOnlyMemory<byte> utf8Json, LoadReport report) => StateJson.Read(
        utf8Json, root => new ProcessStateReader(_programs, _outlines, report).Read(address, root));

    private static void Write(Utf8JsonWriter writer, (LoadedProcess Process, ProcessStateSerializer Serializer) saved) =>
        new ProcessStateWriter(writer, saved.Serializer._programs, saved.Serializer._outlines).Write(saved.Process);
}
