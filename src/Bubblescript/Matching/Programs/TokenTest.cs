namespace Bubblescript.Matching.Programs;

/// <summary>A question about one token. Immutable.</summary>
internal abstract class TokenTest
{
    /// <summary>Whether it holds.</summary>
    /// <param name="token">The token.</param>
    /// <param name="allowance">What regular expressions may cost; null when the pattern has none.</param>
    public abstract bool Matches(Token token, RegexAllowance? allowance);
}
