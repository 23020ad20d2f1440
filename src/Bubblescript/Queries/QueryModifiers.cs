using Bubblescript.Values;

namespace Bubblescript.Queries;

/// <summary>What stands beside a value operator (query language, sections 1 to 3).</summary>
internal sealed record QueryModifiers
{
    public static readonly QueryModifiers None = new();

    /// <summary><c>w</c>: the score is multiplied by it.</summary>
    public double Weight { get; init; } = 1;

    /// <summary><c>b</c>: any score above 0 becomes 1.</summary>
    public bool IsBoolean { get; init; }

    /// <summary><c>inverse</c>: the item holds the regular expression.</summary>
    public bool IsInverse { get; init; }

    /// <summary><c>radius</c>, in metres.</summary>
    public double Radius { get; init; }

    /// <summary><c>max_distance</c>, in metres.</summary>
    public double MaximumDistance { get; init; } = 100_000;

    /// <summary><c>max_time</c>, in seconds.</summary>
    public double MaximumTime { get; init; } = 86_400;

    public static bool IsModifier(string key) => key is "w" or "b" or "inverse" or "radius" or "max_distance" or "max_time";

    public double Apply(double score) => Math.Min(double.MaxValue, (IsBoolean ? 1 : score) * Weight);

    /// <summary>The modifiers with one more, or what is wrong with it.</summary>
    public QueryModifiers? With(string key, Value value, out string? error)
    {
        error = null;
        if (key is "b" or "inverse")
        {
            if (!value.IsBoolean && !value.IsNil)
            {
                error = $"'{key}' in a query must be true or false, got {ValueDescription.Describe(value)}";
                return null;
            }

            return string.Equals(key, "b", StringComparison.Ordinal) ? this with { IsBoolean = value.IsTruthy } : this with { IsInverse = value.IsTruthy };
        }

        if (Operand.Of(value).AsDouble() is not { } number || number < 0)
        {
            error = $"'{key}' in a query must be a number that is not negative, got {ValueDescription.Describe(value)}";
            return null;
        }

        return key switch
        {
            "w" => this with { Weight = number },
            "radius" => this with { Radius = number },
            "max_distance" => this with { MaximumDistance = number },
            _ => this with { MaximumTime = number },
        };
    }
}
