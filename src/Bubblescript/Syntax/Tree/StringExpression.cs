using System.Collections.Immutable;

namespace Bubblescript.Syntax.Tree;

/// <summary>A string, heredoc or translatable string. <see cref="SourceContent"/> is the text with escapes resolved and <c>#{…}</c> as written: the key of translations.</summary>
internal sealed record StringExpression(ImmutableArray<StringPart> Parts, StringStyle Style, bool IsTranslatable, string SourceContent) : Expression
{
    /// <summary>True when the text contains no interpolation.</summary>
    public bool IsLiteral => Parts.All(static part => part is TextPart);

    /// <summary>The text of a string without interpolations.</summary>
    public string LiteralText => Parts is [TextPart single]
        ? single.Text
        : string.Concat(Parts.Select(static part => part is TextPart text ? text.Text : string.Empty));
}
