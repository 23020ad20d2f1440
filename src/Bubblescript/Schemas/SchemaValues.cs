using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary>Values seen as JSON: atoms are strings (<see cref="Value.AsText"/>), ranges arrays, records objects.</summary>
internal static class SchemaValues
{
    public static MapValue? AsMap(Value value) => value.AsMap() ?? value.AsRecord()?.Fields;

    public static bool IsIntegral(Value value) => value.IsInteger || (value.IsFloat && Math.Floor(value.RawFloat) == value.RawFloat);

    public static bool AreEqual(Value left, Value right) => ValueEquality.AreEqual(left, right, NoMatcher.Instance);

    /// <summary>What was given instead, for messages.</summary>
    public static string Describe(Value value) => value.IsNil ? "nil" : ValueDescription.Describe(value);

    public static string Count(long count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private sealed class NoMatcher : IUtteranceMatcher
    {
        public static readonly NoMatcher Instance = new();

        public bool Matches(RecordValue message, RecordValue matcher) => false;
    }
}
