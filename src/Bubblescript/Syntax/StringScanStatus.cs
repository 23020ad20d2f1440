namespace Bubblescript.Syntax;

/// <summary>How the search for the end of a string came out.</summary>
internal enum StringScanStatus
{
    Complete,
    Unterminated,
    UnterminatedInterpolation,
    TooDeep,
}
