using System.Collections.Immutable;
using Bubblescript.Testing;

namespace Bubblescript.Cli.Tests;

/// <summary>How a case went.</summary>
/// <param name="Line">The line at which it failed, or its own.</param>
/// <param name="Failure">What went wrong; null when it passed.</param>
/// <param name="Report">One line, and both conversations side by side.</param>
/// <param name="Rows">Both conversations.</param>
internal sealed record TestOutcome(int Line, string? Failure, string Report, ImmutableArray<TranscriptRow> Rows);
