using Bubblescript.Values;

namespace Bubblescript.Queries;

/// <summary>A value operator applied to the value at a field path, with its modifiers.</summary>
internal sealed class TermNode(string[] path, string name, Value argument, QueryModifiers modifiers, QueryOperator implementation) : QueryNode
{
    /// <summary>The field path; empty for the item itself.</summary>
    public string[] Path { get; } = path;

    public string Name { get; } = name;

    public Value Argument { get; } = argument;

    public override double Score(Value item, QueryRun run)
    {
        if (!run.Charge(20))
        {
            return 0;
        }

        double score = implementation(Read(item, Path, run.Locale), run);
        return score > 0 ? modifiers.Apply(score) : 0;
    }

    /// <summary>The value at a field path.</summary>
    public static Value Read(Value item, string[] path, LocaleContext locale)
    {
        foreach (string field in path)
        {
            item = PathReader.ReadField(item, field, locale);
        }

        return item;
    }
}
