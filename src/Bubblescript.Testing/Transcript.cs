using System.Collections.Immutable;
using Bubblescript.Testing.Transcripts;

namespace Bubblescript.Testing;

/// <summary>
/// A Markdown file of conversations that must happen (transcripts): headings name the cases, fenced blocks are their scripts and conversations, everything
/// else is prose. A case without any script block runs the bot in the folder of the transcript. Immutable and safe for use by several threads.
/// </summary>
public sealed record Transcript
{
    private Transcript(string path, ImmutableArray<TranscriptCase> cases)
    {
        Path = path;
        Cases = cases;
    }

    /// <summary>The path, as it was given.</summary>
    public string Path { get; }

    /// <summary>The cases that can be run, in order; headings without a conversation are only prose.</summary>
    public ImmutableArray<TranscriptCase> Cases { get; }

    /// <summary>Reads a transcript. What is wrong in it becomes a failure of the case when that is run.</summary>
    /// <param name="path">Where the text comes from; shown in reports and the base of relative folders.</param>
    /// <param name="text">The Markdown.</param>
    public static Transcript Parse(string path, string text) => new(path, CaseReader.Read(path, text));

    /// <summary>Reads a transcript from a file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Transcript Load(string path) => Parse(path, File.ReadAllText(path));
}
