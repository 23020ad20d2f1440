namespace Bubblescript.Testing.Transcripts;

/// <summary>A heading of a Markdown file with the blocks that follow it; level 0 is what stands before the first heading.</summary>
internal sealed record MarkdownSection(int Level, string Title, int Line, MarkdownSection? Parent)
{
    public List<FencedBlock> Blocks { get; } = [];

    /// <summary>The sections around this one, outermost first, and this one.</summary>
    public IEnumerable<MarkdownSection> Path => Parent is null ? [this] : Parent.Path.Append(this);
}
