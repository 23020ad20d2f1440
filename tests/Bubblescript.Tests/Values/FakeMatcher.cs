using Bubblescript.Values;

namespace Bubblescript.Tests.Values;

/// <summary>A matcher for which a message is an intent or entity when the record's <c>match</c> text occurs in it.</summary>
internal sealed class FakeMatcher : IUtteranceMatcher
{
    public static readonly FakeMatcher Instance = new();

    public bool Matches(RecordValue message, RecordValue matcher) =>
        matcher["match"].AsString() is { } pattern && message["text"].AsString()!.Contains(pattern, StringComparison.Ordinal);
}
