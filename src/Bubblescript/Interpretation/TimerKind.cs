namespace Bubblescript.Interpretation;

/// <summary>What a timer does when it is due.</summary>
internal enum TimerKind : byte
{
    Ask,
    Session,
    Schedule,
}
