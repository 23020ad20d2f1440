using Bubblescript.Evaluation;

namespace Bubblescript.Binding;

/// <summary>A constant while its bot is bound.</summary>
internal sealed class ConstantSymbol(string name)
{
    public string Name { get; } = name;

    public ConstantCell Cell { get; } = new(name);

    /// <summary>Its definitions in file order; none for constants that data files make.</summary>
    public List<ConstantDefinition> Definitions { get; } = [];

    /// <summary>The path of the data file that made it, or null.</summary>
    public string? DataFile { get; init; }

    /// <summary>The constants that its definitions read.</summary>
    public HashSet<ConstantSymbol> Dependencies { get; } = [];

    public bool IsUsed { get; set; }

    /// <summary>Whether it has no value because of an error that has been reported.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Whether its value differs between locales: it or what it reads is translated.</summary>
    public bool IsLocalized { get; set; }
}
