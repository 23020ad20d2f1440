using Bubblescript.Binding.Tree;
using Bubblescript.Evaluation;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Messages;
using Bubblescript.Queries;
using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary><c>log</c>, <c>tag</c>, <c>mail</c>, <c>remember</c>, <c>forget</c>, <c>switch_language</c>, <c>fatal</c> (language reference, section 7.1).</summary>
internal static class DataStatements
{
    public static Completion Log(Turn turn, CommandStatement command)
    {
        if (!Operands.TryText(turn, command, 0, out string text))
        {
            return Completion.Failed;
        }

        turn.Add(new LogEffect(text));
        return Completion.Next;
    }

    public static Completion Tag(Turn turn, CommandStatement command, bool isAdded)
    {
        if (!Operands.TryArgument(turn, command, 0, out Value value))
        {
            return Completion.Failed;
        }

        ListValue items = Iteration.TryGetItems(value, out ListValue list) ? list : ListValue.From([value]);
        foreach (Value item in items)
        {
            string tag = ValueText.ToText(item, turn.Locale);
            if (tag.Length > 0)
            {
                turn.Tags = isAdded ? turn.Tags.Contains(tag) ? turn.Tags : turn.Tags.Add(tag) : turn.Tags.Remove(tag);
                Outgoing.Send(turn, isAdded ? SideEffectPayload.Tag(tag) : SideEffectPayload.Untag(tag));
            }
        }

        turn.ShowTags();
        return Completion.Next;
    }

    public static Completion Mail(Turn turn, CommandStatement command)
    {
        if (!Operands.TryText(turn, command, 0, out string to)
            || !Operands.TryText(turn, command, 1, out string subject)
            || !Operands.TryText(turn, command, 2, out string body)
            || !Operands.TryOptions(turn, command, out MapValue options))
        {
            return Completion.Failed;
        }

        turn.Annotate("mail", body, MapValue.From(("to", to), ("subject", subject)).Merge(options));
        return Completion.Next;
    }

    public static Completion SwitchLanguage(Turn turn, CommandStatement command)
    {
        if (!Operands.TryText(turn, command, 0, out string locale))
        {
            return Completion.Failed;
        }

        if (string.IsNullOrWhiteSpace(locale))
        {
            return turn.Fail("switch_language needs a locale such as \"nl\" or \"nl_BE\"", command.Place);
        }

        turn.SetLocale(locale.Trim());
        return Completion.Next;
    }

    public static Completion Fatal(Turn turn, CommandStatement command) =>
        Operands.TryText(turn, command, 0, out string text) ? turn.Fail(text, command.Place) : Completion.Failed;

    /// <summary>Stores user data or a conversation variable persistently.</summary>
    public static Completion Remember(Turn turn, CommandStatement command)
    {
        AssignmentTarget path = command.Path!;
        if (Assignment.EvaluateSteps(turn, path) is not { } steps)
        {
            return Completion.Failed;
        }

        bool isUser = IsUser(path);
        Keep(turn, isUser, isUser && steps is [] or [{ Kind: not PathStepKind.Key }, ..]
            ? UserFields.WithoutRuntimeFields(ReadUser(turn))
            : RememberedPath.Copy(turn, path, steps, isUser, Remembered(turn, isUser)));
        return Completion.Next;
    }

    /// <summary>Removes a path from memory and from what is stored.</summary>
    public static Completion Forget(Turn turn, CommandStatement command)
    {
        AssignmentTarget path = command.Path!;
        MapValue before = ReadUser(turn);
        if (Assignment.EvaluateSteps(turn, path) is not { } steps || !Assignment.TryRemove(turn, path))
        {
            return Completion.Failed;
        }

        bool isUser = IsUser(path);
        if (isUser && steps.Length == 0)
        {
            turn.WritePredefined(PredefinedVariable.User, UserFields.OnlyRuntimeFields(before));
            Keep(turn, isUser, MapValue.Empty);
        }
        else
        {
            Keep(turn, isUser, RememberedPath.Remove(turn, path, steps, isUser, Remembered(turn, isUser)));
        }

        return Completion.Next;
    }

    private static MapValue ReadUser(Turn turn) => turn.ReadPredefined(PredefinedVariable.User).AsMap() ?? MapValue.Empty;

    private static MapValue Remembered(Turn turn, bool isUser) => isUser ? turn.RememberedUser : turn.RememberedVariables;

    private static void Keep(Turn turn, bool isUser, MapValue remembered)
    {
        if (isUser)
        {
            turn.RememberedUser = remembered;
        }
        else
        {
            turn.RememberedVariables = remembered;
        }

        turn.Add(new RememberEffect(isUser, remembered));
    }

    private static bool IsUser(AssignmentTarget path) =>
        path.Scope == VariableScope.Predefined && path.Slot == (int)PredefinedVariable.User;
}
