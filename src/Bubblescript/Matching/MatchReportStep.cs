using System.Collections.Immutable;

namespace Bubblescript.Matching;

/// <summary>A part of a pattern and the tokens that it took. Immutable.</summary>
/// <param name="Rule">The part, as it was written.</param>
/// <param name="Tokens">The tokens.</param>
public sealed record MatchReportStep(string Rule, ImmutableArray<Token> Tokens);
