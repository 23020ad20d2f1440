namespace Bubblescript.Builtins;

/// <summary>Units of dates, from the longest.</summary>
internal enum DateUnit
{
    Years,
    Months,
    Weeks,
    Days,
    Hours,
    Minutes,
    Seconds,
    Milliseconds,
}
