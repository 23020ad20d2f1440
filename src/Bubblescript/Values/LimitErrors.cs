using System.Globalization;

namespace Bubblescript.Values;

/// <summary>The errors of values that would be larger than the limits allow (language reference, section 11).</summary>
internal static class LimitErrors
{
    public static Value Text(ExecutionLimits limits) =>
        new RuntimeError($"a text would be longer than the limit of {Format(limits.TextLength)} characters", isLimit: true).ToValue();

    public static Value List(ExecutionLimits limits) =>
        new RuntimeError($"a list or map would be larger than the limit of {Format(limits.ListLength)} items", isLimit: true).ToValue();

    public static Value Payload(ExecutionLimits limits) =>
        new RuntimeError($"a value is larger than the limit of {Format(limits.StateSize)} bytes", isLimit: true).ToValue();

    private static string Format(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
