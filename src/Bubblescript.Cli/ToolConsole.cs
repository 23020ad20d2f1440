using System.Text;

namespace Bubblescript.Cli;

/// <summary>What the tool reads from and writes to.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="IsTerminal">Whether a person sits at both: neither input nor output is redirected.</param>
/// <param name="ShowsProgress">Whether standard error is a terminal, so that progress can be shown on it.</param>
internal sealed record ToolConsole(TextReader Input, TextWriter Output, TextWriter Error, bool IsTerminal, bool ShowsProgress)
{
    public static ToolConsole System => new(
        MakeInput(),
        MakeOutput(),
        Console.Error,
        !Console.IsInputRedirected && !Console.IsOutputRedirected,
        !Console.IsErrorRedirected && !Console.IsOutputRedirected);

    /// <summary>Standard input; from a pipe or file as UTF-8, or what its byte order mark says.</summary>
    private static TextReader MakeInput() => Console.IsInputRedirected
        ? TextReader.Synchronized(new StreamReader(Console.OpenStandardInput(), Encoding.UTF8, detectEncodingFromByteOrderMarks: true))
        : Console.In;

    /// <summary>Standard output as UTF-8 without a byte order mark, whatever the machine's code page is.</summary>
    private static TextWriter MakeOutput()
    {
        UTF8Encoding encoding = new(encoderShouldEmitUTF8Identifier: false);
        if (!Console.IsOutputRedirected)
        {
            Console.OutputEncoding = encoding;
            return Console.Out;
        }

        return TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput(), encoding) { AutoFlush = true, NewLine = "\n" });
    }
}
