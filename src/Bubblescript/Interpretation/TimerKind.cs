namespace Bubblescript.Interpretation;

/// <summary>What a timer does when it is due.</summary>
internal enum TimerKind
{
    Ask,
    Session,
    Schedule,
}
