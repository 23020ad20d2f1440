namespace Bubblescript.Matching.Programs;

/// <summary>A permutation: where its parts and what follows it begin, and the tests when every part is one token.</summary>
internal sealed record PermutationInfo(int[] Parts, int Exit, TokenTest[]? Tests)
{
    public int Complete => (1 << Parts.Length) - 1;
}
