namespace Bubblescript.Matching.Programs;

/// <summary>A question about one token. Immutable.</summary>
internal abstract class TokenTest
{
    public abstract bool Matches(Token token);
}
