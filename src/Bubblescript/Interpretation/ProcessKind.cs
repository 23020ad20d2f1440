namespace Bubblescript.Interpretation;

/// <summary>The kinds of processes (execution model, section 1).</summary>
internal enum ProcessKind
{
    Conversation,
    Master,
    Group,
}
