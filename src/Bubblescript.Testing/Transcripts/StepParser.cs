using Bubblescript.Messages;
using Bubblescript.Testing.Transcripts.Steps;
using Bubblescript.Values;

namespace Bubblescript.Testing.Transcripts;

/// <summary>Reads a line of a chat block with its refinements. What cannot be read becomes an <see cref="InvalidStep"/> that says why.</summary>
internal static class StepParser
{
    public static TranscriptStep Parse(StepLines lines)
    {
        string text = lines.Step.Text;
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        StepHead head = StepHead.Of(lines);
        if (colon < 0)
        {
            return new InvalidStep(head, "a step needs a colon, as in 'user: Hello'");
        }

        string[] words = text[..colon].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        TranscriptStep step = words is ["bot", ..]
            ? BotStepParser.Parse(head, words, text[(colon + 1)..])
            : Parse(head, words, text[(colon + 1)..].Trim());
        return lines.Refinements.Count == 0 || step is InvalidStep ? step : RefinementParser.Apply(step, lines.Refinements);
    }

    private static TranscriptStep Parse(StepHead head, string[] words, string content)
    {
        if (words.Length == 1 && ParseWorldStep(head, words[0], content) is { } worldStep)
        {
            return worldStep;
        }

        if (words.Length == 1 && ParseCheck(head, words[0], content) is { } check)
        {
            return check;
        }

        if (words.Length is 1 or 2 && StepText.IsName(words[0]))
        {
            head = head with { Conversation = words[0] };
            string keyword = words.Length == 1 ? "" : words[1];
            return ParseUserStep(head, keyword, content) ?? ParseCheck(head, keyword, content) ?? Unknown(head, words);
        }

        return Unknown(head, words);
    }

    private static TranscriptStep? ParseWorldStep(StepHead head, string keyword, string content) => keyword switch
    {
        "clock" => ParseClock(head, content),
        "host" => content is "restart" ? new RestartStep(head) : new InvalidStep(head, $"the host cannot '{content}'; write 'host: restart'"),
        "open" => content is "yes" or "no" ? new OpenStep(head, content is "yes") : new InvalidStep(head, "write 'open: no' or 'open: yes'"),
        _ => null,
    };

    private static TranscriptStep? ParseCheck(StepHead head, string keyword, string content) => keyword switch
    {
        "closed" => content.Length == 0 ? new ClosedStep(head) : new InvalidStep(head, "nothing may follow 'closed:'"),
        "let" => ParseEquation(head, content, static (head, name, expression) =>
            StepText.IsName(name) ? new LetStep(head, name, expression) : new InvalidStep(head, $"'{name}' is no name")),
        "var" => ParseEquation(head, content, static (head, path, expression) => new VariableStep(head, path, expression)),
        "stack" => new StackStep(head, StepText.SplitNames(content)),
        "history" => new HistoryStep(head, StepText.SplitNames(content)),
        _ => null,
    };

    private static TranscriptStep? ParseUserStep(StepHead head, string keyword, string content) => keyword switch
    {
        "" => new UserTextStep(head, StepText.Unescape(content)),
        "event" => ParseEvent(head, content),
        "location" => ParseLocation(head, content, static (head, latitude, longitude) => new UserLocationStep(head, latitude, longitude)),
        "attachment" => ParseAttachment(head, content),
        "data" => ParseData(head, content),
        "connects" => content.Length == 0 ? new UserConnectsStep(head) : new InvalidStep(head, "nothing may follow 'connects:'"),
        "joins" => content.Length > 0 ? new UserJoinsStep(head, content) : new InvalidStep(head, "write the id of the group behind 'joins:'"),
        _ => null,
    };

    public static TranscriptStep ParseLocation(StepHead head, string content, Func<StepHead, double, double, TranscriptStep> create) =>
        GeoLocation.TryRead(content, out double latitude, out double longitude)
            ? create(head, latitude, longitude)
            : new InvalidStep(head, $"'{content}' is no location; write latitude and longitude, as in '52.36, 4.89'");

    private static TranscriptStep ParseClock(StepHead head, string content) =>
        content.StartsWith('+') && Duration.TryParse(content[1..], out TimeSpan duration) && duration != Duration.Infinite
            ? new ClockStep(head, duration)
            : new InvalidStep(head, $"'{content}' is no way to move the clock; write a duration, as in 'clock: +15m'");

    private static TranscriptStep ParseEquation(StepHead head, string content, Func<StepHead, string, string, TranscriptStep> create)
    {
        int sign = content.IndexOf(" = ", StringComparison.Ordinal);
        return sign < 0
            ? new InvalidStep(head, "write a name, ' = ' and an expression")
            : create(head, content[..sign].Trim(), content[(sign + 3)..].Trim());
    }

    private static TranscriptStep ParseEvent(StepHead head, string content)
    {
        (string name, string json) = StepText.SplitWord(content);
        if (name.Length == 0)
        {
            return new InvalidStep(head, "an event needs a name");
        }

        return StepText.TryReadOptionalJson(json, out Value payload, out string problem)
            ? new UserEventStep(head, name, payload)
            : new InvalidStep(head, problem);
    }

    private static TranscriptStep ParseAttachment(StepHead head, string content)
    {
        (string kind, string url) = StepText.SplitWord(content);
        if (MessageNames.FindKind(kind) is not { } media || media == MediaKind.Web)
        {
            return new InvalidStep(head, $"'{kind}' is no kind of upload; use image, audio, video or file");
        }

        return url.Length == 0 ? new InvalidStep(head, "an attachment needs an address") : new UserAttachmentStep(head, media, url);
    }

    private static TranscriptStep ParseData(StepHead head, string content)
    {
        if (!StepText.TryReadJson(content, out Value value, out string problem))
        {
            return new InvalidStep(head, problem);
        }

        return value.AsMap() is { } fields && fields["type"].AsString() is { } type
            ? new UserDataStep(head, type, PayloadFields.Text(fields, "text") ?? "", fields["data"])
            : new InvalidStep(head, "a submission needs a type, as in {\"type\": \"form\", \"text\": \"\", \"data\": {}}");
    }

    public static InvalidStep Unknown(StepHead head, IEnumerable<string> words) =>
        new(head, $"'{string.Join(' ', words)}:' is no step of a transcript");
}
