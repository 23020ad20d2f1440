namespace Bubblescript.Testing.Transcripts;

/// <summary>A file of a bot that stands in a transcript.</summary>
/// <param name="Path">Its path in the bot.</param>
/// <param name="Text">Its text.</param>
/// <param name="FirstLine">The line of the transcript on which it begins.</param>
internal sealed record ScriptFile(string Path, string Text, int FirstLine);
