namespace Bubblescript.Benchmarks;

/// <summary>What must hold before anything is timed: a fast wrong answer is no figure.</summary>
internal static class Correctness
{
    /// <summary>Ends the benchmark when its code does not do what is timed.</summary>
    public static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"The benchmark measures nothing: it does not hold that {what}.");
        }
    }
}
