using Bubblescript.Testing.Transcripts.Steps;
using Bubblescript.Values;

namespace Bubblescript.Testing.Transcripts;

/// <summary>Reads the indented lines under a step.</summary>
internal static class RefinementParser
{
    public static TranscriptStep Apply(TranscriptStep step, IReadOnlyList<TranscriptLine> lines)
    {
        StepRefinements refinements = StepRefinements.None;
        foreach (TranscriptLine line in lines)
        {
            StepHead head = new(line.Number, line.Text, step.Head.Conversation);
            if (step is ClosedStep or (not BotStep))
            {
                return new InvalidStep(head, "only a line of the bot can be refined by an indented line");
            }

            if (!TryApply(ref refinements, line.Text, out string problem))
            {
                return new InvalidStep(head, problem);
            }
        }

        return ((BotStep)step) with { Refinements = refinements };
    }

    private static bool TryApply(ref StepRefinements refinements, string text, out string problem)
    {
        problem = "";
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string name = colon < 0 ? text : text[..colon].TrimEnd();
        string content = colon < 0 ? "" : text[(colon + 1)..].Trim();
        switch (name)
        {
            case "quick replies":
                refinements = refinements with { QuickReplies = [.. StepText.SplitAlternatives(content).Where(static title => title.Length > 0)] };
                return true;
            case "class":
                refinements = refinements with { Class = content };
                return true;
            case "caption":
                refinements = refinements with { Caption = content };
                return true;
            case "delay":
                refinements = refinements with { Delay = content };
                return true;
            case "as":
                return TryApplyIdentity(ref refinements, content, out problem);
            default:
                problem = $"'{name}' is no refinement; use quick replies, class, caption, as or delay";
                return false;
        }
    }

    private static bool TryApplyIdentity(ref StepRefinements refinements, string content, out string problem)
    {
        if (!StepText.TryReadJson(content, out Value value, out problem))
        {
            return false;
        }

        refinements = refinements with { As = value.AsMap() };
        problem = refinements.As is null ? $"'{content}' is no JSON object" : "";
        return refinements.As is not null;
    }
}
