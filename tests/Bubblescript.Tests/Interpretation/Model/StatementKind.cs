namespace Bubblescript.Tests.Interpretation.Model;

internal enum StatementKind
{
    Say,
    Tag,
    Ask,
    LogAnswer,
    Prompt,
    Await,
    Invoke,
    Goto,
    Stop,
    Continue,
    Halt,
    Reset,
    Restart,
    Close,
    Fatal,
    Schedule,
    If,
    Flip,
}
