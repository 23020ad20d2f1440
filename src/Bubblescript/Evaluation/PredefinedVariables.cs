using System.Collections.Frozen;

namespace Bubblescript.Evaluation;

/// <summary>Names of the predefined variables and who shares them.</summary>
internal static class PredefinedVariables
{
    public const int Count = (int)PredefinedVariable.Dialog + 1;

    private static readonly string[] NameTable =
    [
        "session_id", "debugging", "message", "event", "group", "schedule_id", "location", "attachment",
        "request", "visitor", "conversation", "bot", "user", "answer", "error", "dialog",
    ];

    private static readonly FrozenDictionary<string, PredefinedVariable> Table =
        Enumerable.Range(0, Count).ToFrozenDictionary(static i => NameTable[i], static i => (PredefinedVariable)i, StringComparer.Ordinal);

    public static bool TryGet(string name, out PredefinedVariable variable) => Table.TryGetValue(name, out variable);

    public static string NameOf(PredefinedVariable variable) => NameTable[(int)variable];

    /// <summary>Whether every bot of a bot stack has its own; the others belong to the conversation (execution model, section 7).</summary>
    public static bool IsPerBot(PredefinedVariable variable) =>
        variable is PredefinedVariable.Bot or PredefinedVariable.Answer or PredefinedVariable.Dialog or PredefinedVariable.Error;
}
