using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Evaluation;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Values;

namespace Bubblescript.Interpretation.Procedures;

/// <summary>Location pins and uploads (execution model, sections 5.2 and 5.3).</summary>
internal static class LocationInputs
{
    public static void Handle(Turn turn, LocationInput input)
    {
        RecordValue location = Records.Location(input.Latitude, input.Longitude);
        turn.WritePredefined(PredefinedVariable.Location, location);
        SessionTimer.Restart(turn);
        if (turn.Current.TopDialog() is { Wait: AskWait ask } top && Expectations.ExpectsLocation(ask.Expecting))
        {
            Accept(turn, top, location);
            return;
        }

        Start(turn, DialogResolver.FindByLocation(turn, input.Latitude, input.Longitude), PlatformNames.UnknownLocation);
    }

    public static void Handle(Turn turn, AttachmentInput input)
    {
        RecordValue attachment = Records.Attachment(input.Type, input.Url, input.Caption, input.Id, input.Metadata, turn.Identity.UserId);
        turn.WritePredefined(PredefinedVariable.Attachment, attachment);
        SessionTimer.Restart(turn);
        if (turn.Current.TopDialog() is { Wait: AskWait ask } top && Expectations.ExpectsAttachment(ask.Expecting, input.Type))
        {
            Accept(turn, top, attachment);
            return;
        }

        Start(turn, DialogResolver.FindByAttachment(turn, input.Type), PlatformNames.UnknownAttachment);
    }

    private static void Accept(Turn turn, Frame frame, RecordValue result)
    {
        if (!AskStatements.Accept(turn, frame, result))
        {
            Failures.Handle(turn, frame);
        }
    }

    private static void Start(Turn turn, BoundDialog? dialog, string fallback)
    {
        if (dialog is null && !turn.Failure.IsSignal)
        {
            dialog = DialogResolver.FindByName(turn, fallback);
        }

        if (!ProcedureDialogs.PushFound(turn, dialog))
        {
            ProcedureDialogs.RepeatQuestion(turn);
        }
    }
}
