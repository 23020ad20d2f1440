namespace Bubblescript.Values;

/// <summary>Values of YAML texts at run time.</summary>
internal static class ValueYaml
{
    /// <summary>The value of the document, nil if there is none; an error signal that says what is wrong and where.</summary>
    public static Value Parse(string text, ExecutionLimits? limits = null)
    {
        limits ??= ExecutionLimits.Default;
        try
        {
            return YamlReader.Read(text, "the text", longestList: limits.ListLength);
        }
        catch (DataFormatException exception)
        {
            return exception.ToError();
        }
    }
}
