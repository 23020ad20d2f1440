namespace Bubblescript.Coordination;

/// <summary>A runtime error of a script.</summary>
/// <param name="Message">What went wrong.</param>
/// <param name="File">The script file, or null when the error has no place in a script.</param>
/// <param name="Line">The line, from 1; 0 without a place.</param>
/// <param name="Column">The column, from 1; 0 without a place.</param>
/// <param name="Dialog">The dialog that ran, or null.</param>
public sealed record ScriptErrorInfo(string Message, string? File, int Line, int Column, string? Dialog);
