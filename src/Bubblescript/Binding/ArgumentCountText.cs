using System.Globalization;

namespace Bubblescript.Binding;

/// <summary>How messages tell a wrong number of arguments.</summary>
internal static class ArgumentCountText
{
    /// <param name="subject">What is called, in quotes.</param>
    /// <param name="minimum">The smallest number.</param>
    /// <param name="maximum">The largest number; <see cref="int.MaxValue"/> without limit.</param>
    /// <param name="given">The number given.</param>
    public static string Describe(string subject, int minimum, int maximum, int given)
    {
        string expected = (minimum, maximum) switch
        {
            (0, 0) => "no arguments",
            (_, int.MaxValue) => $"at least {Count(minimum)}",
            _ when minimum == maximum => Count(minimum),
            _ when maximum == minimum + 1 => string.Create(CultureInfo.InvariantCulture, $"{minimum} or {maximum} arguments"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{minimum} to {maximum} arguments"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{subject} takes {expected}, got {given}");
    }

    private static string Count(int count) => count == 1 ? "1 argument" : string.Create(CultureInfo.InvariantCulture, $"{count} arguments");
}
