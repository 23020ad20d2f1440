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

        HashSet<(string File, int Line)> broken = [.. _diagnostics.Where(static diagnostic => IsSyntax(diagnostic)).Select(static diagnostic => (diagnostic.File, diagnostic.Line))];
        return
        [
            .. _diagnostics
                .Distinct()
                .Where(diagnostic => !(MayFollowFromSyntax(diagnostic) && broken.Contains((diagnostic.File, diagnostic.Line))))
                .OrderBy(diagnostic => order.GetValueOrDefault(diagnostic.File, int.MaxValue))
                .ThenBy(diagnostic => diagnostic.File, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Line)
                .ThenBy(diagnostic => diagnostic.Column)
                .ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal),
        ];
    }

    private static bool IsSyntax(Diagnostic diagnostic) => diagnostic.Code.StartsWith("BS00", StringComparison.Ordinal);

    /// <summary>Whether a syntax error on the same line may be the only cause: what is left of the line is not what was meant.</summary>
    private static bool MayFollowFromSyntax(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Warning || string.Equals(diagnostic.Code, Descriptors.WrongArgumentCount.Code, StringComparison.Ordinal);
}
