using System.Collections.Frozen;
using System.Collections.Immutable;
using Bubblescript.Binding.Checks;
using Bubblescript.Evaluation;
using Bubblescript.Schemas;
using Bubblescript.Values;

namespace Bubblescript.Binding;

/// <summary>What the binder makes of the files of a bot.</summary>
internal sealed record BotParts
{
    public required BotOutline Outline { get; init; }

    public required BotProgram Main { get; init; }

    public BotProgram? Master { get; init; }

    public BotProgram? Group { get; init; }

    public required FrozenDictionary<string, ConstantCell> Constants { get; init; }

    public required ImmutableArray<BotTest> Tests { get; init; }

    public required FrozenDictionary<string, FrozenDictionary<string, string>> Translations { get; init; }

    public required ImmutableArray<TranslatableText> TranslatableTexts { get; init; }

    public required MapValue Info { get; init; }

    public required string Locale { get; init; }

    public required PatternCache Patterns { get; init; }

    public required SchemaCache Schemas { get; init; }

    public required FunctionTable Builtins { get; init; }
}
