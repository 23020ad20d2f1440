using Superpower.Model;

namespace Superpower;

/// <summary>Base class of tokenizers: turns the results that a derived class yields into a list of tokens.</summary>
internal abstract class Tokenizer<TKind>
{
    public TokenList<TKind> Tokenize(string source)
    {
        Result<TokenList<TKind>> result = TryTokenize(source);
        return result.HasValue ? result.Value : throw new ParseException(result.ToString(), result.ErrorPosition);
    }

    public Result<TokenList<TKind>> TryTokenize(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        TokenizationState<TKind> state = new();
        TextSpan sourceSpan = new(source);
        TextSpan remainder = sourceSpan;
        List<Token<TKind>> tokens = [];
        foreach (Result<TKind> result in Tokenize(sourceSpan, state))
        {
            if (!result.HasValue)
            {
                return Result.CastEmpty<TKind, TokenList<TKind>>(result);
            }

            if (result.Remainder == remainder)
            {
                throw new ParseException($"Zero-width tokens are not supported; token {result.Value} at position {result.Location.Position}.", result.Location.Position);
            }

            remainder = result.Remainder;
            Token<TKind> token = new(result.Value, result.Location.Until(result.Remainder));
            state.Previous = token;
            tokens.Add(token);
        }

        return Result.Value(new TokenList<TKind>([.. tokens]), sourceSpan, remainder);
    }

    protected virtual IEnumerable<Result<TKind>> Tokenize(TextSpan span) =>
        throw new NotSupportedException("A tokenizer overrides one of the Tokenize methods.");

    protected virtual IEnumerable<Result<TKind>> Tokenize(TextSpan span, TokenizationState<TKind> state) => Tokenize(span);
}
