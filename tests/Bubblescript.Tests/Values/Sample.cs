using Bubblescript.Values;

namespace Bubblescript.Tests.Values;

/// <summary>Records and operators for tests.</summary>
internal static class Sample
{
    public static Value Message(string text) => Record(RecordKind.Message, ("text", text));

    public static Value Entity(Value value) => Record(RecordKind.Entity, ("kind", "number"), ("value", value), ("raw", "raw"));

    public static Value Record(RecordKind kind, params ReadOnlySpan<(string Key, Value Value)> fields) =>
        new RecordValue(kind, MapValue.From(fields));

    public static Value Map(params ReadOnlySpan<(string Key, Value Value)> entries) => Value.MapOf(entries);

    public static Value List(params ReadOnlySpan<Value> items) => Value.ListOf(items);

    public static Value Range(long first, long last) => Value.From(new RangeValue(first, last));

    public static Value Add(Value left, Value right) => Arithmetic.Add(left, right, LocaleContext.English, ExecutionLimits.Default);

    public static bool Equal(Value left, Value right) => ValueEquality.AreEqual(left, right, FakeMatcher.Instance);

    public static string? Error(Value value) => value.AsError()?.Message;
}
