using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Bubblescript.Matching.Programs;

/// <summary>A match of a free regular expression: where it stands in the joined text, and its groups when the expression has names for some.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RegexHit(int Index, int Length, Match? Groups)
{
    public static readonly RegexHit None = new(-1, 0, null);

    public bool IsFound => Index >= 0;

    public int End => Index + Length;

    /// <summary>Where to look for the next match.</summary>
    public int Next => Index + Math.Max(1, Length);
}
