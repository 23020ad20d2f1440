using Bubblescript.Values;

namespace Bubblescript.Interpretation.Inputs;

/// <summary>
/// Opens a conversation, or starts a master or group when its host does (execution model, sections 3, 6.4, 6.5). For a process that exists: nothing.
/// </summary>
/// <param name="Variables">Initial variables; ignored unless the process is new.</param>
/// <param name="Group">The group that the conversation is in, or null.</param>
internal sealed record OpenInput(MapValue Variables, string? Group = null) : ProcessInput;
