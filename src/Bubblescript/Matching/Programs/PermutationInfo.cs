namespace Bubblescript.Matching.Programs;

/// <summary>A permutation: where its parts and what follows it begin.</summary>
/// <param name="Parts">Where each part begins.</param>
/// <param name="Exit">Where the pattern goes on.</param>
/// <param name="FirstTests">What the first token of each part must pass; null for a part that does not say.</param>
/// <param name="AreTokens">Whether every part is one token, so that its test says all.</param>
internal sealed record PermutationInfo(int[] Parts, int Exit, TokenTest?[] FirstTests, bool AreTokens)
{
    public int Complete => (1 << Parts.Length) - 1;
}
