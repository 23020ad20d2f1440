namespace Bubblescript.Cli.Chats;

/// <summary>Reads lines from a console, whose own reading cannot be cancelled.</summary>
internal static class InputLines
{
    /// <summary>The next line, or null at the end of the input.</summary>
    public static Task<string?> ReadAsync(TextReader input, CancellationToken cancellationToken) =>
        Task.Run(input.ReadLine, cancellationToken).WaitAsync(cancellationToken);
}
