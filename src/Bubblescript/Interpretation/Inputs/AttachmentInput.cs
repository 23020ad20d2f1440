using Bubblescript.Values;

namespace Bubblescript.Interpretation.Inputs;

/// <summary>An upload (execution model, section 5.3).</summary>
internal sealed record AttachmentInput(string Type, string Url, string? Caption, MapValue Metadata) : ProcessInput;
