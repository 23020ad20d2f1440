using System.Collections.Immutable;
using System.Globalization;
using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Interpretation;
using Bubblescript.Storage;
using Bubblescript.Syntax;
using Bubblescript.Values;

namespace Bubblescript.Cli.Conversations;

/// <summary>Saved conversations as text for people.</summary>
internal static class ConversationReport
{
    private const int LongestValue = 200;
    private const string Gap = "  ";

    /// <summary>One line per conversation below a line of headings.</summary>
    public static IEnumerable<string> List(IReadOnlyCollection<(ProcessSummary Summary, SavedConversation? Saved)> conversations)
    {
        List<string[]> rows = [["ADDRESS", "BOT", "USER", "STACK", "WAITS FOR", "SINCE", "BYTES"]];
        rows.AddRange(conversations.Select(static item => ToRow(item.Summary, item.Saved)));
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        return rows.Select(row => string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    /// <summary>Everything that a state tells.</summary>
    /// <param name="saved">The state.</param>
    /// <param name="summary">What the store tells.</param>
    /// <param name="workspace">The bots whose scripts tell the lines of the stack, if they are at hand.</param>
    public static IEnumerable<string> Show(SavedConversation saved, ProcessSummary summary, Workspace? workspace)
    {
        yield return $"address: {saved.Address}";
        yield return $"kind: {saved.Kind}";
        yield return string.Equals(saved.BotId, saved.TopBotId, StringComparison.Ordinal) ? $"bot: {saved.BotId}" : $"bot: {saved.BotId}, now {saved.TopBotId}";
        if (saved.UserId.Length > 0)
        {
            yield return $"user: {saved.UserId}";
        }

        yield return $"status: {saved.Status}{(saved.IsAsleep ? ", asleep" : "")}";
        yield return string.Create(CultureInfo.InvariantCulture, $"saved: {Time(summary.Changed)}, version {summary.Version}, {summary.Size} bytes");
        yield return $"waits for: {saved.Waiting ?? "nothing"}";
        IEnumerable<string> stack = saved.Stack.SelectMany(frame => DescribeFrame(frame, saved, workspace));
        IEnumerable<string> variables = saved.Variables
            .OrderBy(static variable => variable.Key, StringComparer.Ordinal)
            .Select(static variable => $"{variable.Key} = {ValueDescription.Format(variable.Value, LongestValue)}");
        foreach (string line in Section("stack", stack).Concat(Section("variables", variables)).Concat(Section("timers", saved.Timers.Select(DescribeTimer))))
        {
            yield return line;
        }
    }

    private static string[] ToRow(ProcessSummary summary, SavedConversation? saved) =>
    [
        summary.Address,
        summary.BotId,
        summary.UserId.Length == 0 ? "-" : summary.UserId,
        saved is null ? "unreadable" : Names(saved),
        saved?.Waiting ?? "-",
        Time(summary.Changed),
        summary.Size.ToString(CultureInfo.InvariantCulture),
    ];

    private static string Names(SavedConversation saved) => saved.Stack.IsEmpty
        ? saved.Status is "closed" ? "closed" : "-"
        : string.Join(", ", saved.Stack.Select(static frame => NameOf(frame.Declaration)));

    /// <summary>The identity of a declaration without its file, and of a dialog without its kind.</summary>
    private static string NameOf(string declaration)
    {
        const string Dialog = "dialog ";
        string name = declaration[(declaration.IndexOf(": ", StringComparison.Ordinal) + 1)..].TrimStart();
        return name.StartsWith(Dialog, StringComparison.Ordinal) ? name[Dialog.Length..] : name;
    }

    private static IEnumerable<string> Section(string name, IEnumerable<string> lines)
    {
        ImmutableArray<string> all = [.. lines];
        return all.IsEmpty ? [] : all.Select(static line => Gap + line).Prepend($"{name}:");
    }

    private static IEnumerable<string> DescribeFrame(SavedFrame frame, SavedConversation saved, Workspace? workspace)
    {
        string wait = frame.Wait is null ? "" : $" (waits for {frame.Wait})";
        if (FindPlace(frame, saved, workspace) is { } place)
        {
            string line = place.Source.GetLine(place.Source.GetPosition(place.Span.Start).Line).Trim();
            return [$"{frame.Declaration}{wait}", $"{Gap}{place}: {line}"];
        }

        return frame.Statement is null ? [$"{frame.Declaration}{wait}"] : [$"{frame.Declaration}{wait}", $"{Gap}at {frame.Statement}"];
    }

    private static SourcePlace? FindPlace(SavedFrame frame, SavedConversation saved, Workspace? workspace)
    {
        if (workspace is null || frame.Statement is not { } statement)
        {
            return null;
        }

        ProgramCatalog programs = new(workspace);
        ScriptProgram? program = programs.Find(saved.TopBotId, StateNames.ReadProcessKind(saved.Kind));
        return program is not null
            && programs.FindDeclaration(program, frame.Declaration) is { Body: BoundBody body }
            && body.FindPosition(statement) is >= 0 and int position
            ? body.Code[position].Place
            : null;
    }

    private static string DescribeTimer(SavedTimer timer)
    {
        string what = timer.EventName is { } name ? $"{timer.Kind} '{name}'" : timer.Kind;
        return $"{what} {timer.Id}, due {Time(timer.Due)}";
    }

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
