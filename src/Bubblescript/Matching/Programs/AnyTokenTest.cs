namespace Bubblescript.Matching.Programs;

/// <summary>True for every token.</summary>
internal sealed class AnyTokenTest : TokenTest
{
    public static readonly AnyTokenTest Instance = new();

    public override bool Matches(Token token, RegexAllowance? allowance) => true;
}
