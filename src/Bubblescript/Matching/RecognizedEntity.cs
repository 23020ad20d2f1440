using Bubblescript.Values;

namespace Bubblescript.Matching;

/// <summary>An entity found in a text (language reference, BML, sections 2.4 and 2.5; language reference, section 5.2). Immutable.</summary>
/// <param name="Kind">What it is: <c>number</c>, <c>time</c>, …</param>
/// <param name="Provider">Who found it: <c>builtin</c>, <c>duckling</c>, <c>spacy</c>, …</param>
/// <param name="Value">Its value: a number, a text, …</param>
/// <param name="Raw">The text that stands for it.</param>
/// <param name="Extra">Further data such as <c>unit</c> or <c>grain</c>; a map.</param>
/// <param name="Start">Where it starts, in code points of the sentence; 0-based.</param>
/// <param name="End">Where it ends, in code points; exclusive.</param>
public sealed record RecognizedEntity(string Kind, string Provider, Value Value, string Raw, MapValue Extra, int Start, int End)
{
    private RecordValue? _record;

    /// <summary>The entity as scripts see it: the fields <c>kind provider value raw extra</c>.</summary>
    public RecordValue ToRecord() => _record ??= new RecordValue(RecordKind.Entity, MapValue.From(
        ("kind", Kind),
        ("provider", Provider),
        ("value", Value),
        ("raw", Raw),
        ("extra", Extra)));
}
