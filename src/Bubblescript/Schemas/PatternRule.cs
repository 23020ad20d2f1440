using System.Text.RegularExpressions;
using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary><c>pattern</c>: a regular expression that must match somewhere in the text.</summary>
internal sealed class PatternRule(Regex regex, string pattern) : SchemaRule
{
    public static Regex? Create(string pattern, out string? error)
    {
        error = null;
        try
        {
            try
            {
                return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, ExecutionLimits.Default.RegexTime);
            }
            catch (NotSupportedException)
            {
                // Look-arounds and back references need the backtracking engine; its time is limited.
                return new Regex(pattern, RegexOptions.CultureInvariant, ExecutionLimits.Default.RegexTime);
            }
        }
        catch (ArgumentException exception)
        {
            error = exception.Message;
            return null;
        }
    }

    public override SchemaViolation? Check(Value value, SchemaWalk walk)
    {
        if (value.AsText() is not { } text)
        {
            return null;
        }

        try
        {
            return regex.IsMatch(text) ? null : new SchemaViolation("", $"must match the pattern {pattern}, got {SchemaValues.Describe(value)}");
        }
        catch (RegexMatchTimeoutException)
        {
            return new SchemaViolation("", $"takes too long to compare with the pattern {pattern}", IsLimit: true);
        }
    }
}
