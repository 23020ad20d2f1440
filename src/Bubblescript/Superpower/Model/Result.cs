namespace Superpower.Model;

/// <summary>Makes results of text parsers and tokenizers.</summary>
internal static class Result
{
    public static Result<T> Value<T>(T value, TextSpan location, TextSpan remainder) => new(value, location, remainder);

    public static Result<U> CastEmpty<T, U>(Result<T> result) => new(result.Remainder, result.ErrorMessage, result.Expectations);
}
