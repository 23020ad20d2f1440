using Bubblescript.Builtins;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Makes what <c>show</c> sends out of plain values, with the element builtins (builtin functions, section 10).</summary>
internal static class Elements
{
    private static readonly KeyValuePair<string, string[]>[] Extensions =
    [
        new("image", [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".avif"]),
        new("audio", [".mp3", ".ogg", ".oga", ".wav", ".m4a", ".aac", ".flac", ".opus"]),
        new("video", [".mp4", ".webm", ".mov", ".m4v", ".avi", ".mkv", ".ogv"]),
        new("file", [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".zip", ".csv", ".txt"]),
    ];

    public static Value Call(Turn turn, string function, params ReadOnlySpan<Value> arguments) =>
        BuiltinLibrary.Default.TryGet(function, out BuiltinFunction? builtin)
            ? BuiltinCall.Invoke(builtin, arguments, [], turn)
            : FunctionContext.Fail($"'{function}' is no kind of element");

    /// <summary>A media URL by its extension; other URLs are web pages.</summary>
    public static string KindOf(string url)
    {
        ReadOnlySpan<char> path = url.AsSpan();
        int end = path.IndexOfAny('?', '#');
        string extension = Path.GetExtension((end < 0 ? path : path[..end]).ToString());
        foreach (KeyValuePair<string, string[]> kind in Extensions)
        {
            if (kind.Value.Contains(extension, StringComparer.OrdinalIgnoreCase))
            {
                return kind.Key;
            }
        }

        return "web";
    }
}
