using Bubblescript.Matching;
using Bubblescript.Messages;
using Bubblescript.Testing.Transcripts.Steps;
using Bubblescript.Values;

namespace Bubblescript.Testing.Transcripts;

/// <summary>Reads the lines that say what the bot must do.</summary>
internal static class BotStepParser
{
    public static TranscriptStep Parse(StepHead head, string[] words, string rest)
    {
        int first = 1;
        head = head with { Conversation = TranscriptStep.DefaultConversation };
        if (words is [_, "to", var name, ..] && StepText.IsName(name))
        {
            head = head with { Conversation = name };
            first = 3;
        }

        string keyword = string.Join(' ', words[first..]);
        return Parse(head, keyword, rest) ?? StepParser.Unknown(head, words);
    }

    private static TranscriptStep? Parse(StepHead head, string keyword, string rest)
    {
        string content = rest.Trim();
        return keyword switch
        {
            "" => ParseText(head, rest),
            "~" => ParsePattern(head, content),
            "one of" => new BotTextStep(head, [.. StepText.SplitAlternatives(content).Select(StepText.Unescape)]),
            "location" => StepParser.ParseLocation(head, content, static (head, latitude, longitude) => new BotLocationStep(head, latitude, longitude)),
            "template" => ParseElement(head, ChatMessageType.Template, content),
            "input" => ParseElement(head, ChatMessageType.InputMethod, content),
            "event" => ParseElement(head, ChatMessageType.Emit, content),
            "contact" => ParseJson(head, content, static (head, value) => new BotElementStep(head, ChatMessageType.Contact, "", value)),
            "log" => new BotLogStep(head, StepText.Unescape(content)),
            "error" => new BotErrorStep(head, StepText.Unescape(content)),
            _ => MessageNames.FindKind(keyword) is { } kind ? new BotMediaStep(head, kind, content) : ParseEffect(head, keyword, content),
        };
    }

    /// <summary>White space at the ends counts when the bot sends it, and may be left out of the line by an editor when it does not.</summary>
    private static BotTextStep ParseText(StepHead head, string rest)
    {
        string exact = StepText.Unescape(rest.StartsWith(' ') ? rest[1..] : rest);
        string trimmed = StepText.Unescape(rest.Trim());
        return new BotTextStep(head, string.Equals(exact, trimmed, StringComparison.Ordinal) ? [exact] : [exact, trimmed]);
    }

    private static TranscriptStep ParsePattern(StepHead head, string content) =>
        BmlPattern.TryParse(content, out BmlPattern? pattern, out BmlParseError? error)
            ? new BotPatternStep(head, pattern)
            : new InvalidStep(head, $"'{content}' is no BML pattern: {error.Message}");

    private static TranscriptStep ParseElement(StepHead head, ChatMessageType type, string content)
    {
        (string name, string json) = StepText.SplitWord(content);
        if (name.Length == 0)
        {
            return new InvalidStep(head, "a name must follow the colon");
        }

        return StepText.TryReadOptionalJson(json, out Value value, out string problem)
            ? new BotElementStep(head, type, name, value)
            : new InvalidStep(head, problem);
    }

    private static TranscriptStep? ParseEffect(StepHead head, string kind, string content) => kind switch
    {
        "tag" or "untag" or "react" or "note" or "notification" or "escalation" => new BotEffectStep(head, kind, StepText.Unescape(content)),
        "mail" or "sms_notify" or "dial" or "dial_cancel" or "refer" or "hold" or "unhold" or "switch_voice" =>
            ParseJson(head, content, (head, value) => new BotEffectStep(head, kind, value)),
        _ => null,
    };

    private static TranscriptStep ParseJson(StepHead head, string content, Func<StepHead, Value, TranscriptStep> create) =>
        StepText.TryReadOptionalJson(content, out Value value, out string problem) ? create(head, value) : new InvalidStep(head, problem);
}
