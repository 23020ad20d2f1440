namespace Bubblescript.Matching.Patterns;

/// <summary>A number of rounds of another element; <c>int.MaxValue</c> stands for no upper limit.</summary>
internal sealed record RepetitionNode(int Start, int Length, PatternNode Body, int Minimum, int Maximum, bool IsLazy) : PatternNode(Start, Length);
