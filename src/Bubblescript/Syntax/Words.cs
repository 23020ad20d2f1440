using System.Collections.Frozen;

namespace Bubblescript.Syntax;

/// <summary>The words of the language (language reference, sections 1, 7 and 10).</summary>
internal static class Words
{
    /// <summary>Statement words that are builtin functions too: on the right of <c>=</c> they are calls.</summary>
    public static readonly FrozenSet<string> AlsoFunctions = FrozenSet.Create(StringComparer.Ordinal, "mail", "template");

    /// <summary>Statement words whose first argument is a name.</summary>
    public static readonly FrozenSet<string> TakingName = FrozenSet.Create(StringComparer.Ordinal, "invoke", "goto", "perform", "mock", "unmock");

    /// <summary>Options whose value is a name.</summary>
    public static readonly FrozenSet<string> NameOptions = FrozenSet.Create(StringComparer.Ordinal, "timeout_dialog", "dialog", "before");

    /// <summary>Words of <c>test</c> blocks; a function of that name goes first.</summary>
    public static readonly FrozenSet<string> TestWords = FrozenSet.Create(StringComparer.Ordinal, "expect", "assert", "mock", "unmock", "fail");

    private static readonly FrozenSet<string> StatementWords = FrozenSet.Create(
        StringComparer.Ordinal,
        "say", "show", "template", "buttons", "type", "pause", "wait", "react", "log", "tag", "untag", "mail", "remember", "forget", "unset",
        "switch_language", "dial", "refer", "dial_cancel", "hold", "unhold", "switch_voice", "ask", "prompt", "await", "invoke", "goto", "stop",
        "continue", "reset", "halt", "close", "perform", "return", "break", "fatal", "switch_bot", "return_bot", "emit", "query", "reply");

    private static readonly FrozenDictionary<string, TokenKind> Kinds = BuildKinds();

    private static readonly FrozenDictionary<string, TokenKind>.AlternateLookup<ReadOnlySpan<char>> KindLookup = Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind of a word, <see cref="TokenKind.Name"/> if it is not reserved.</summary>
    public static TokenKind KindOf(ReadOnlySpan<char> word) => KindLookup.TryGetValue(word, out TokenKind kind) ? kind : TokenKind.Name;

    /// <summary>True for words that cannot name a function.</summary>
    public static bool IsReserved(string word) => word is "random" || StatementWords.Contains(word) || (KindOf(word) is var kind && kind is not (TokenKind.Name or TokenKind.Word));

    /// <summary>True for words that cannot be assigned to, wherever they stand.</summary>
    public static bool IsHardReserved(string word) => word is "random" || IsHardReserved(KindOf(word));

    /// <summary>True for the kinds of reserved words that are never names, except as keys and fields.</summary>
    public static bool IsHardReserved(TokenKind kind) =>
        kind is TokenKind.ReservedWord or TokenKind.Random or (>= TokenKind.True and < TokenKind.Buttons and not TokenKind.Dialog);

    /// <summary>True for words that begin a statement with arguments; they betray a bracket that was not closed.</summary>
    public static bool IsStatementWord(ReadOnlySpan<char> word) => KindOf(word) == TokenKind.Word;

    private static FrozenDictionary<string, TokenKind> BuildKinds()
    {
        Dictionary<string, TokenKind> kinds = new(StringComparer.Ordinal)
        {
            ["true"] = TokenKind.True,
            ["false"] = TokenKind.False,
            ["nil"] = TokenKind.Nil,
            ["and"] = TokenKind.And,
            ["or"] = TokenKind.Or,
            ["not"] = TokenKind.Not,
            ["in"] = TokenKind.In,
            ["when"] = TokenKind.When,
            ["do"] = TokenKind.Do,
            ["end"] = TokenKind.End,
            ["else"] = TokenKind.Else,
            ["after"] = TokenKind.After,
            ["if"] = TokenKind.If,
            ["unless"] = TokenKind.Unless,
            ["branch"] = TokenKind.Branch,
            ["repeat"] = TokenKind.Repeat,
            ["once"] = TokenKind.Once,
            ["dialog"] = TokenKind.Dialog,
            ["task"] = TokenKind.Task,
            ["function"] = TokenKind.Function,
            ["declare"] = TokenKind.Declare,
            ["test"] = TokenKind.Test,
        };
        foreach (string word in StatementWords.Concat(TestWords))
        {
            kinds[word] = TokenKind.Word;
        }

        foreach (string word in (string[])["elixir", "submit", "redirect", "talk", "dial_bridge"])
        {
            kinds[word] = TokenKind.ReservedWord;
        }

        kinds["buttons"] = TokenKind.Buttons;
        return kinds.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
