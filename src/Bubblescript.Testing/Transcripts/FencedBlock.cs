namespace Bubblescript.Testing.Transcripts;

/// <summary>A fenced block of a Markdown file.</summary>
/// <param name="Language">The first word behind the fence.</param>
/// <param name="Words">The words that follow it.</param>
/// <param name="Lines">The lines between the fences.</param>
/// <param name="FirstLine">The 1-based line of the first of them.</param>
internal sealed record FencedBlock(string Language, IReadOnlyList<string> Words, IReadOnlyList<string> Lines, int FirstLine)
{
    public string Text => Lines.Count == 0 ? "" : string.Join('\n', Lines) + "\n";
}
