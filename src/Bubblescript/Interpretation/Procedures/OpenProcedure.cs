using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Evaluation;
using Bubblescript.Values;

namespace Bubblescript.Interpretation.Procedures;

/// <summary>Opening a process (execution model, sections 3, 6.4 and 6.5).</summary>
internal static class OpenProcedure
{
    /// <summary>Makes a fresh state and begins: <c>__init__</c> tasks, then <c>__main__</c>.</summary>
    public static void Begin(Turn turn, MapValue variables, string? group)
    {
        turn.StartAfresh();
        BotRun run = turn.Current;
        foreach (KeyValuePair<string, Value> variable in turn.RememberedVariables.Concat(turn.Environment.OpeningVariables).Concat(variables))
        {
            SetInitial(turn, run, variable.Key, variable.Value);
        }

        if (turn.IsConversation)
        {
            InitializeConversation(turn, run.Bot, group);
        }
        else
        {
            turn.WritePredefined(PredefinedVariable.Group, turn.Identity.Kind == ProcessKind.Group ? turn.Identity.Name : default(Value));
        }

        turn.WritePredefined(PredefinedVariable.Debugging, turn.Environment.Settings.IsDebugging);
        turn.WritePredefined(PredefinedVariable.Conversation, default);
        SessionTimer.Restart(turn);
        Stack.PushProcedure(turn, new Procedure(ProcedureKind.Open, 0, MapValue.Empty));
        PushInitializers(turn);
    }

    /// <summary>Pushes the <c>__init__</c> tasks unless this process has run them since it was loaded.</summary>
    public static void PushInitializers(Turn turn)
    {
        if (turn.IsInitialized)
        {
            return;
        }

        turn.IsInitialized = true;
        if (turn.IsConversation)
        {
            // The process that showed them has gone, and what it had set in the record of the user with it.
            turn.ShowTags();
        }

        if (turn.Current.Program.TasksByName.TryGetValue(PlatformNames.Initialize, out var tasks))
        {
            Stack.PushHandlers(turn, tasks.AsSpan());
        }
    }

    public static void Step(Turn turn, Frame frame)
    {
        turn.Current.Pop();
        ProcedureDialogs.Push(turn, PlatformNames.Main);
    }

    private static void SetInitial(Turn turn, BotRun run, string name, Value value)
    {
        if (PredefinedVariables.TryGet(name, out PredefinedVariable predefined))
        {
            turn.WritePredefined(predefined, value);
        }
        else
        {
            run.WriteVariable(name, value);
        }
    }

    private static void InitializeConversation(Turn turn, Bot bot, string? group)
    {
        ProcessIdentity identity = turn.Identity;
        MapValue user = turn.ReadPredefined(PredefinedVariable.User).AsMap() ?? MapValue.Empty;
        string userLocale = Operand.Of(user["locale"]).AsString() ?? "";
        turn.SetLocale(HasLocale(bot, userLocale) ? userLocale : bot.Locale);
        turn.WritePredefined(PredefinedVariable.Group, group ?? (identity.Name.StartsWith('~') ? identity.Name : null));
        turn.RenewSession();
    }

    private static bool HasLocale(Bot bot, string locale) =>
        locale.Length > 0
        && (bot.Locales.Contains(locale)
            || string.Equals(bot.Locale, locale, StringComparison.Ordinal)
            || (bot.Info["extra_locales"].AsList()?.Any(extra => ValueText.ToText(extra) == locale) ?? false));
}
