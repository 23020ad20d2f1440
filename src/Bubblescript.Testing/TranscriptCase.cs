using Bubblescript.Testing.Transcripts;

namespace Bubblescript.Testing;

/// <summary>
/// A case of a <see cref="Transcript"/>: a bot and the conversation, or the diagnostics, that it must give. Immutable and safe for use by several threads.
/// </summary>
public sealed record TranscriptCase
{
    internal TranscriptCase(string name, string path, int line, CaseContent content)
    {
        Name = name;
        Path = path;
        Line = line;
        Content = content;
    }

    /// <summary>The heading of the case.</summary>
    public string Name { get; }

    /// <summary>The path of the transcript, as it was given.</summary>
    public string Path { get; }

    /// <summary>The 1-based line of the heading.</summary>
    public int Line { get; }

    internal CaseContent Content { get; }

    /// <summary>The name and the place of the case.</summary>
    public override string ToString() => $"{Name} ({Path}:{Line})";
}
