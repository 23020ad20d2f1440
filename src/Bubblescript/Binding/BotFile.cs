namespace Bubblescript.Binding;

/// <summary>One file of a bot (language reference, section 6.1).</summary>
/// <param name="Path">The path relative to the bot, with forward slashes; decides what the file is.</param>
/// <param name="Text">The content.</param>
public sealed record BotFile(string Path, string Text);
