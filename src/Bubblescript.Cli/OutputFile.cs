using System.Text;

namespace Bubblescript.Cli;

/// <summary>Files that commands write.</summary>
internal static class OutputFile
{
    /// <summary>Replaces a file as a whole: whatever happens, it has either the old or the new content.</summary>
    /// <exception cref="ToolException">The file cannot be written.</exception>
    public static void Write(string path, string text)
    {
        string temporary = $"{path}.new";
        try
        {
            File.WriteAllText(temporary, text);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{path}' cannot be written: {exception.Message}");
        }
    }

    /// <exception cref="ToolException">The file cannot be read.</exception>
    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (FileNotFoundException)
        {
            throw new ToolException($"there is no file '{path}'");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{path}' cannot be read: {exception.Message}");
        }
        catch (DecoderFallbackException)
        {
            throw new ToolException($"'{path}' is no UTF-8 text; save it as UTF-8");
        }
    }
}
