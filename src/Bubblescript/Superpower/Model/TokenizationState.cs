namespace Superpower.Model;

/// <summary>What a tokenizer may know about the tokens before.</summary>
internal sealed class TokenizationState<TKind>
{
    public Token<TKind>? Previous { get; set; }
}
