namespace Bubblescript.Syntax;

/// <summary>Where a string ends, found before its tokens are made.</summary>
/// <param name="Status">Whether it has an end.</param>
/// <param name="ContentStart">The index of its first character.</param>
/// <param name="ContentEnd">The index behind its last character; in a heredoc, of the line of the closing mark.</param>
/// <param name="End">The index behind the closing quote; without one, the end of the line or of what is given up.</param>
/// <param name="IsHeredoc">Whether it is quoted by three marks.</param>
/// <param name="HasInterpolation">Whether <c>#{</c> occurs in it.</param>
internal readonly record struct StringScan(
    StringScanStatus Status,
    int ContentStart,
    int ContentEnd,
    int End,
    bool IsHeredoc,
    bool HasInterpolation);
