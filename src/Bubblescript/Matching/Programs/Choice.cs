using System.Runtime.InteropServices;

namespace Bubblescript.Matching.Programs;

/// <summary>A decision that may be revised.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Choice
{
    public ChoiceKind Kind;

    /// <summary>The instruction that decided.</summary>
    public int Source;

    /// <summary>The instruction to go on with.</summary>
    public int Target;

    /// <summary>The position of the decision.</summary>
    public int Position;

    public int Context;

    /// <summary>The length of the log at the decision.</summary>
    public int LogLength;

    /// <summary>The first end that is still to be tried; for regular expressions and permutations: where to search on.</summary>
    public int Low;

    /// <summary>The last end that is still to be tried; for regular expressions: how they are searched.</summary>
    public int High;
}
