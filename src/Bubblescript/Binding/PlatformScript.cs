using System.Collections.Frozen;
using Bubblescript.Diagnostics;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>The default platform dialogs (language reference, section 8.1), written in the language itself.</summary>
internal static class PlatformScript
{
    private const string Path = "platform.bubble";

    private const string InvokeMain = """
        dialog __main__ do
          invoke main
        end
        """;

    private const string Idle = """
        dialog __main__ do
        end
        """;

    private const string Error = """

        dialog __error__ do
          if debugging do
            say "Error: #{error.message}"
            ask "On #{error.location}", expecting: "OK", quick_replies: ["OK"]
          else
            tag "error"
            say "Oops, that went wrong!"
            ask "Sorry about that…! Let's try it again.", quick_replies: ["Restart"]
            invoke __main__, :reset
          end
        end
        """;

    private static readonly Script MainWithError = Parse(InvokeMain + Error);
    private static readonly Script IdleWithError = Parse(Idle + Error);
    private static readonly Script MainOnly = Parse(InvokeMain);
    private static readonly Script IdleOnly = Parse(Idle);

    /// <summary>The default dialogs of a kind of process.</summary>
    public static Script For(ScriptKind kind, bool hasMain) => kind == ScriptKind.Main
        ? (hasMain ? MainWithError : IdleWithError)
        : (hasMain ? MainOnly : IdleOnly);

    private static Script Parse(string text) => ScriptParser.Parse(new SourceText(Path, text), FrozenSet<string>.Empty, new DiagnosticBag());
}
