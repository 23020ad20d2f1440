using Bubblescript.Values;

namespace Bubblescript.Builtins;

/// <summary>JSON in what a model says: alone, in a fenced block, or with talk around it.</summary>
internal static class ModelAnswer
{
    public static Value ReadJson(string text, out string? problem)
    {
        problem = null;
        string trimmed = text.Trim();
        Value whole = ValueJson.Parse(trimmed);
        if (!whole.IsSignal)
        {
            return whole;
        }

        int start = trimmed.AsSpan().IndexOfAny('{', '[');
        int end = trimmed.AsSpan().LastIndexOfAny('}', ']');
        Value part = start >= 0 && end > start ? ValueJson.Parse(trimmed[start..(end + 1)]) : whole;
        if (part.AsError() is { } error)
        {
            problem = error.Message;
            return default;
        }

        return part;
    }
}
