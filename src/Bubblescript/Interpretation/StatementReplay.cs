using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>A statement that has waited for the outside and is evaluated again from its start (design: the statement is the unit of replay).</summary>
/// <param name="Time">The clock of its first evaluation.</param>
/// <param name="Answers">The answers recorded so far, in the order in which the statement asks for them.</param>
internal sealed record StatementReplay(DateTimeOffset Time, Value[] Answers);
