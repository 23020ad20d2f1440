using Bubblescript.Binding.DataFiles;
using Bubblescript.Values;

namespace Bubblescript.Binding.Checks;

/// <summary>The checks that need the whole bot.</summary>
internal sealed class BotChecks(BindingSession session, PatternCache patterns)
{
    private const int LargestSearch = 50_000;

    public void Run(DataFileLoader data, IReadOnlyList<BoundProgram> programs)
    {
        PatternChecks patternChecks = new(session, patterns);
        patternChecks.Run();
        patternChecks.Run(data.Patterns);
        foreach (Value value in data.Values)
        {
            NoteConcepts(value, programs[0].Constants);
        }

        foreach (BoundProgram program in programs)
        {
            new DialogChecks(program.Scope).Run();
            new TriggerShadowing(program.Scope, patterns).Run();
        }

        foreach (BoundProgram program in programs)
        {
            ConstantChecks.Run(session, program.Constants);
        }
    }

    /// <summary>Texts of data files may name constants of scripts as concepts.</summary>
    private static void NoteConcepts(Value root, ConstantTable constants)
    {
        Stack<Value> pending = new([root]);
        for (int visited = 0; visited < LargestSearch && pending.TryPop(out Value value); visited++)
        {
            if (value.AsString() is { } text)
            {
                constants.NoteConcepts(text);
            }

            foreach (Value item in value.AsList() ?? ListValue.Empty)
            {
                pending.Push(item);
            }

            foreach (Value entry in (value.AsMap() ?? value.AsRecord()?.Fields ?? MapValue.Empty).Values)
            {
                pending.Push(entry);
            }
        }
    }
}
