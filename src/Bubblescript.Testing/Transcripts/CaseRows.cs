using System.Collections.Immutable;

namespace Bubblescript.Testing.Transcripts;

/// <summary>The two conversations, side by side, while a case runs.</summary>
internal sealed class CaseRows
{
    private readonly List<TranscriptRow> _rows = [];

    public ImmutableArray<TranscriptRow> ToImmutable() => [.. _rows];

    /// <summary>Both conversations agree, or part here.</summary>
    /// <param name="expected">A step with its refinements.</param>
    /// <param name="actual">What happened, with its refinements.</param>
    /// <param name="isFailure">Whether they part.</param>
    public void Add(IReadOnlyList<string> expected, IReadOnlyList<string> actual, bool isFailure = false)
    {
        for (int i = 0; i < Math.Max(expected.Count, actual.Count); i++)
        {
            _rows.Add(new TranscriptRow(expected.ElementAtOrDefault(i) ?? "", actual.ElementAtOrDefault(i) ?? "", isFailure && i == 0));
        }
    }
}
