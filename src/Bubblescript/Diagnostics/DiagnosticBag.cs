using System.Collections.Immutable;
using Bubblescript.Syntax;

namespace Bubblescript.Diagnostics;

/// <summary>Collects the diagnostics of a bot while it is parsed and bound.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _diagnostics = [];

    public bool HasErrors => ErrorCount > 0;

    public int ErrorCount { get; private set; }

    public int Count => _diagnostics.Count;

    public void Report(DiagnosticDescriptor descriptor, SourceText source, SourceSpan span, string message, string? hint = null)
    {
        (int line, int column) = source.GetPosition(span.Start);
        Add(new Diagnostic(
            descriptor.Code,
            descriptor.Severity,
            source.Path,
            line,
            column,
            message,
            hint,
            source.GetLine(line),
            Math.Max(1, span.Length)));
    }

    public void Add(Diagnostic diagnostic)
    {
        ErrorCount += diagnostic.Severity == DiagnosticSeverity.Error ? 1 : 0;
        _diagnostics.Add(diagnostic);
    }

    /// <summary>All diagnostics by file in load order, then by place.</summary>
    public ImmutableArray<Diagnostic> ToSorted(IReadOnlyList<string> fileOrder)
    {
        Dictionary<string, int> order = new(StringComparer.Ordinal);
        for (int i = 0; i < fileOrder.Count; i++)
        {
            order.TryAdd(fileOrder[i], i);
        }

        return
        [
            .. _diagnostics
                .Distinct()
                .OrderBy(diagnostic => order.GetValueOrDefault(diagnostic.File, int.MaxValue))
                .ThenBy(diagnostic => diagnostic.File, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Line)
                .ThenBy(diagnostic => diagnostic.Column)
                .ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal),
        ];
    }
}
