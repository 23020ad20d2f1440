namespace Bubblescript.Matching.Programs;

/// <summary>Whether one of several questions holds.</summary>
internal sealed class AnyOfTest(TokenTest[] tests) : TokenTest
{
    public override bool Matches(Token token, RegexAllowance? allowance)
    {
        foreach (TokenTest test in tests)
        {
            if (test.Matches(token, allowance))
            {
                return true;
            }
        }

        return false;
    }
}
