namespace Bubblescript.Schemas;

/// <summary>Where a value differs from its schema, and how.</summary>
/// <param name="Path">The path from the checked value to the part that is wrong, as a script would write it (<c>items[2].price</c>); empty for the whole value.</param>
/// <param name="Message">What is wrong with that part, in plain English.</param>
/// <param name="IsLimit">Whether the check was given up because it took too much: the value may be right or wrong.</param>
internal sealed record SchemaViolation(string Path, string Message, bool IsLimit = false)
{
    /// <summary>The sentence for users: the path below <paramref name="root"/>, a colon and the message.</summary>
    public string Describe(string root = "")
    {
        string path = root.Length == 0 || Path.Length == 0 || Path[0] == '[' ? root + Path : $"{root}.{Path}";
        return path.Length == 0 ? $"the value {Message}" : $"{path}: {Message}";
    }

    /// <inheritdoc/>
    public override string ToString() => Describe();

    /// <summary>The violation as seen from the map that holds the value under a key.</summary>
    internal SchemaViolation Under(string key) => this with { Path = Join(IsName(key) ? key : $"\"{key}\"", Path) };

    /// <summary>The violation as seen from the list that holds the value at an index.</summary>
    internal SchemaViolation Under(int index) => this with { Path = Join($"[{index}]", Path) };

    private static string Join(string step, string rest) => rest.Length == 0 || rest[0] == '[' ? step + rest : $"{step}.{rest}";

    private static bool IsName(string key) =>
        key.Length > 0 && (char.IsAsciiLetter(key[0]) || key[0] == '_') && key.All(static character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
