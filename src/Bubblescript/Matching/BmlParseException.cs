namespace Bubblescript.Matching;

/// <summary>Thrown by <see cref="BmlPattern.Parse"/> for a text that is no BML pattern.</summary>
public sealed class BmlParseException : FormatException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="source">The text that is no pattern.</param>
    /// <param name="error">What is wrong with it.</param>
    public BmlParseException(string source, BmlParseError error)
        : base($"Invalid BML pattern \"{source}\", {error}")
    {
        Pattern = source;
        Error = error;
    }

    /// <summary>The text that is no pattern.</summary>
    public string Pattern { get; }

    /// <summary>What is wrong with it.</summary>
    public BmlParseError Error { get; }
}
