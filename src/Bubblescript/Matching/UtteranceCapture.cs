using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Matching;

/// <summary>What a match kept under a name (language reference, BML, sections 5 and 7). Immutable.</summary>
public sealed class UtteranceCapture
{
    private readonly string? _text;

    internal UtteranceCapture(string name, ImmutableArray<Token> tokens, string? text)
    {
        Name = name;
        Tokens = tokens;
        _text = text;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The tokens, in the order of the text; a named group of a regular expression is one token that holds the text of the group.</summary>
    public ImmutableArray<Token> Tokens { get; }

    /// <summary>The text of the utterance from the first to the last token, inner punctuation included; null without tokens.</summary>
    public string? Text => _text;

    /// <summary>The entity, when the capture is exactly one entity.</summary>
    public RecognizedEntity? Entity => Tokens.Length == 1 ? Tokens[0].Entity : null;

    /// <summary>What scripts read: the entity record, the text, or nil without tokens.</summary>
    public Value ToValue() => Entity is { } entity ? entity.ToRecord() : Value.From(_text);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} = {_text}";
}
