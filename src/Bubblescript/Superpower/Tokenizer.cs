using System.Buffers;
using Superpower.Model;

namespace Superpower;

/// <summary>Base class of tokenizers: turns the results that a derived class yields into a list of tokens.</summary>
internal abstract class Tokenizer<TKind>
{
    private const int FirstCapacity = 1024;

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
        Token<TKind>[] tokens = ArrayPool<Token<TKind>>.Shared.Rent(FirstCapacity);
        int count = 0;
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
            if (count == tokens.Length)
            {
                Grow(ref tokens);
            }

            tokens[count++] = token;
        }

        TokenList<TKind> list = new(tokens.AsSpan(0, count).ToArray());
        Return(tokens, count);
        return Result.Value(list, sourceSpan, remainder);
    }

    protected virtual IEnumerable<Result<TKind>> Tokenize(TextSpan span) =>
        throw new NotSupportedException("A tokenizer overrides one of the Tokenize methods.");

    protected virtual IEnumerable<Result<TKind>> Tokenize(TextSpan span, TokenizationState<TKind> state) => Tokenize(span);

    private static void Grow(ref Token<TKind>[] tokens)
    {
        Token<TKind>[] larger = ArrayPool<Token<TKind>>.Shared.Rent(2 * tokens.Length);
        tokens.CopyTo(larger, 0);
        Return(tokens, tokens.Length);
        tokens = larger;
    }

    /// <summary>The pool must not keep the source texts alive.</summary>
    private static void Return(Token<TKind>[] tokens, int count)
    {
        tokens.AsSpan(0, count).Clear();
        ArrayPool<Token<TKind>>.Shared.Return(tokens);
    }
}
