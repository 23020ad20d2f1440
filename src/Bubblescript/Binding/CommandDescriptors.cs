using System.Collections.Frozen;
using Bubblescript.Binding.Tree;

namespace Bubblescript.Binding;

/// <summary>The statement words of section 7 of the language reference, as the binder checks them.</summary>
internal static class CommandDescriptors
{
    private static readonly FrozenDictionary<string, CommandDescriptor> Table = All().ToFrozenDictionary(static command => command.Word, StringComparer.Ordinal);

    public static IEnumerable<string> Words => Table.Keys.Append("break");

    /// <summary>The words whose value can be assigned.</summary>
    public static IEnumerable<string> WordsWithValue => Table.Values.Where(static command => command.GivesValue).Select(static command => command.Word);

    public static CommandDescriptor? Find(string word) => Table.GetValueOrDefault(word);

    private static IEnumerable<CommandDescriptor> All() => [.. Output(), .. Voice(), .. Input(), .. Data(), .. Flow(), .. Coordination()];

    private static IEnumerable<CommandDescriptor> Output() =>
    [
        Interactive("say", CommandKind.Say, 1, 1) with { Options = ["class", "as", "quick_replies", "expecting", "speech_hints", "delay"] },
        Interactive("show", CommandKind.Show, 1, 1) with
        {
            Options =
            [
                "class", "caption", "quick_replies", "as", "expecting", "speech_hints", "delay", "alt", "preview_image", "size", "zoom", "maptype",
            ],
        },
        Interactive("template", CommandKind.Template, 1, 2) with { TakesKeywords = true },
        Interactive("buttons", CommandKind.Buttons, 1, 1) with { Options = ["class", "as", "quick_replies", "delay"] },
        Interactive("type", CommandKind.Type, 1, 1),
        Interactive("pause", CommandKind.Pause, 1, 1),
        Interactive("wait", CommandKind.Pause, 1, 1),
        Interactive("react", CommandKind.React, 1, 1),
    ];

    private static IEnumerable<CommandDescriptor> Voice() =>
    [
        Interactive("dial", CommandKind.Dial, 1, 1) with { Options = ["timeout"] },
        Interactive("refer", CommandKind.Refer, 1, 1),
        Interactive("dial_cancel", CommandKind.DialCancel, 0, 0),
        Interactive("hold", CommandKind.Hold, 0, 0),
        Interactive("unhold", CommandKind.Unhold, 0, 0),
        Interactive("switch_voice", CommandKind.SwitchVoice, 1, 1),
    ];

    private static IEnumerable<CommandDescriptor> Input() =>
    [
        Interactive("ask", CommandKind.Ask, 1, 1) with
        {
            Options = ["expecting", "quick_replies", "timeout", "class", "as", "speech_hints"],
            DialogOption = "timeout_dialog",
            GivesValue = true,
        },
        Interactive("prompt", CommandKind.Prompt, 0, 1) with { Options = ["quick_replies", "class", "as"], DialogOption = "dialog" },
        Interactive("await", CommandKind.Await, 1, 1),
    ];

    private static IEnumerable<CommandDescriptor> Data() =>
    [
        new("log", CommandKind.Log, 1, 1),
        Acting("tag", CommandKind.Tag, 1, 1),
        Acting("untag", CommandKind.Untag, 1, 1),
        Acting("mail", CommandKind.Mail, 3, 4) with { TakesKeywords = true },
        Acting("remember", CommandKind.Remember, 1, 1) with { Shape = CommandShape.Path },
        Acting("forget", CommandKind.Forget, 1, 1) with { Shape = CommandShape.Path },
        new("unset", CommandKind.Unset, 1, 1) { Shape = CommandShape.Path },
        Acting("switch_language", CommandKind.SwitchLanguage, 1, 1),
    ];

    private static IEnumerable<CommandDescriptor> Flow() =>
    [
        Stack("invoke", CommandKind.Invoke, 1, 2) with { Shape = CommandShape.DialogName },
        Stack("goto", CommandKind.Goto, 1, 1) with { Shape = CommandShape.DialogName, EndsBlock = true },
        Stack("stop", CommandKind.Stop, 0, 0) with { EndsBlock = true },
        Stack("continue", CommandKind.Continue, 0, 0),
        Stack("reset", CommandKind.Reset, 0, 0),
        Stack("halt", CommandKind.Halt, 0, 0),
        Stack("close", CommandKind.Close, 0, 0) with { EndsBlock = true, Places = CommandPlaces.ConversationDialog },
        Acting("perform", CommandKind.Perform, 1, 2) with { Shape = CommandShape.TaskName, TakesKeywords = true, GivesValue = true },
        new("return", CommandKind.Return, 0, 1) { TakesKeywords = true, EndsBlock = true },
        new("fatal", CommandKind.Fatal, 1, 1),
        Stack("switch_bot", CommandKind.SwitchBot, 1, 1) with
        {
            Places = CommandPlaces.ConversationDialog,
            Options = ["with"],
            DialogOption = "dialog",
        },
        Stack("return_bot", CommandKind.ReturnBot, 0, 0) with
        {
            Places = CommandPlaces.ConversationDialog,
            Options = ["with"],
            DialogOption = "dialog",
        },
    ];

    private static IEnumerable<CommandDescriptor> Coordination() =>
    [
        Acting("emit", CommandKind.Emit, 1, 2) with { Options = ["to", "in", "at"], TakesKeywords = true },
        Acting("query", CommandKind.Query, 2, 3) with { TakesKeywords = true, GivesValue = true },
        Acting("reply", CommandKind.Reply, 0, 1) with { TakesKeywords = true },
    ];

    private static CommandDescriptor Interactive(string word, CommandKind kind, int minimum, int maximum) =>
        new(word, kind, minimum, maximum) { Places = CommandPlaces.ConversationDialog, IsInteractive = true };

    private static CommandDescriptor Acting(string word, CommandKind kind, int minimum, int maximum) =>
        new(word, kind, minimum, maximum) { Places = CommandPlaces.Acting };

    private static CommandDescriptor Stack(string word, CommandKind kind, int minimum, int maximum) =>
        new(word, kind, minimum, maximum) { Places = CommandPlaces.Dialog };
}
