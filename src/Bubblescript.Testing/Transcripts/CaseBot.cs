namespace Bubblescript.Testing.Transcripts;

/// <summary>A bot of a transcript's workspace.</summary>
/// <param name="Id">Its id; null for the name of its folder.</param>
/// <param name="Files">Its files, in order; those that stand in the transcript.</param>
/// <param name="Folder">The folder or file that it is loaded from instead, relative to the transcript; null when it stands in the transcript.</param>
internal sealed record CaseBot(string? Id, IReadOnlyList<ScriptFile> Files, string? Folder);
