using System.Collections.Immutable;

namespace Bubblescript.Evaluation;

/// <summary>
/// A function of the script as calls see it; the binder completes it with its body when all functions are known.
/// </summary>
internal abstract class ScriptFunction(string name, ImmutableArray<string> parameters)
{
    public string Name { get; } = name;

    /// <summary>The names of the parameters, which take the first local slots.</summary>
    public ImmutableArray<string> Parameters { get; } = parameters;

    /// <summary>How many local slots the body needs; at least one per parameter.</summary>
    public abstract int LocalCount { get; }

    /// <summary>Whether a call may wait for the outside.</summary>
    public abstract bool MaySuspend { get; }
}
