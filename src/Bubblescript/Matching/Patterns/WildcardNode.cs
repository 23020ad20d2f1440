namespace Bubblescript.Matching.Patterns;

/// <summary>A number of arbitrary tokens; <c>int.MaxValue</c> stands for no upper limit.</summary>
internal sealed record WildcardNode(int Start, int Length, int Minimum, int Maximum, bool IsLazy) : PatternNode(Start, Length);
