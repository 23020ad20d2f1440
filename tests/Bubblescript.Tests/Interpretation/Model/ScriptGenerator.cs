namespace Bubblescript.Tests.Interpretation.Model;

/// <summary>
/// Makes random scripts of everything that moves the stack. A dialog calls only those with a higher number, and starting over is limited, so that
/// every turn ends.
/// </summary>
internal sealed class ScriptGenerator(Random random)
{
    private static readonly (string Name, double Chance)[] PlatformDialogs =
    [
        ("__unknown__", 0.6), ("__returning__", 0.6), ("__root__", 0.4), ("__ask_timeout__", 0.4), ("__timeout__", 0.5), ("__resume__", 0.5),
        ("__unknown_event__", 0.3), ("__unknown_location__", 0.3), ("__error__", 0.6), ("__closed__", 0.3),
    ];

    private static readonly string[] InnerNames =
        ["__unknown__", "__returning__", "__ask_timeout__", "__error__", "__unknown_event__", "__unknown_location__"];

    private readonly List<string> _names = [];
    private int _texts;

    public ModelScript Generate()
    {
        _names.AddRange(Enumerable.Range(1, random.Next(1, 5)).Select(static number => $"d{number}"));
        List<ModelDialog> dialogs = [Fill(new ModelDialog { Name = "__main__" }, level: 0, least: 2, most: 5, innerDialogs: 2)];
        for (int i = 0; i < _names.Count; i++)
        {
            ModelDialog dialog = new() { Name = _names[i], Trigger = Chance(0.45) ? $"t{i + 1}" : null };
            dialogs.Add(Fill(dialog, level: i + 1, least: 1, most: 4, innerDialogs: 2));
        }

        dialogs.AddRange(from trigger in new[] { "t7", "t8" } where Chance(0.6) select Fill(new ModelDialog { Trigger = trigger, Guard = Guard() }, 0, 1, 3));
        dialogs.AddRange(from name in new[] { "e1", "e2" } where Chance(0.6) select Fill(new ModelDialog { Event = name, Guard = Guard() }, 0, 1, 3));
        dialogs.AddRange(
            from platform in PlatformDialogs
            where Chance(platform.Chance)
            select Fill(new ModelDialog { Name = platform.Name, Guard = Guard() }, Chance(0.5) ? _names.Count : 0, 1, 2));
        ModelDialog[] shuffled = [.. dialogs];
        random.Shuffle(shuffled);
        return new ModelScript(shuffled, [.. new[] { "e1", "e2", "e4" }.Where(_ => Chance(0.25))]);
    }

    private ModelDialog Fill(ModelDialog dialog, int level, int least, int most, int innerDialogs = 0)
    {
        for (int i = random.Next(least, most + 1); i > 0; i--)
        {
            dialog.Code.AddRange(Statement(level, dialog.Name ?? "", isNested: false));
        }

        for (int i = random.Next(innerDialogs + 1); i > 0; i--)
        {
            dialog.Inner.Add(Fill(InnerDialog(), Math.Max(level, _names.Count - 1), 1, 2));
        }

        return dialog;
    }

    private ModelDialog InnerDialog() => random.Next(6) switch
    {
        0 => new ModelDialog { Trigger = Pick("t7", "t8", "t9"), Guard = Guard() },
        1 => new ModelDialog { Label = Pick("l1", "l2") },
        2 => new ModelDialog { Event = Pick("e1", "e2"), Guard = Guard() },
        _ => new ModelDialog { Name = Pick(InnerNames), Guard = Guard() },
    };

    private ModelStatement[] Statement(int level, string dialog, bool isNested)
    {
        string? callable = level < _names.Count ? _names[random.Next(level, _names.Count)] : null;
        return random.Next(20) switch
        {
            < 6 => Ask(callable),
            6 or 7 => [new ModelStatement(StatementKind.Prompt, Text())],
            8 => [new ModelStatement(StatementKind.Await, "e3")],
            9 or 10 when callable is not null => [new ModelStatement(StatementKind.Invoke, callable)],
            11 when callable is not null && dialog is not "__root__" => [new ModelStatement(StatementKind.Goto, callable)],
            12 => [new ModelStatement(StatementKind.Stop)],
            13 => Flow(dialog),
            14 => [new ModelStatement(StatementKind.Schedule, Pick("e1", "e2", "e9"), random.Next(1, 50))],
            15 when !isNested => Condition(level, dialog),
            16 => [new ModelStatement(StatementKind.Flip)],
            _ => [new ModelStatement(StatementKind.Say, Text())],
        };
    }

    private ModelStatement[] Ask(string? callable)
    {
        int timeout = random.Next(5) switch { 0 => 10, 1 => 25, _ => 0 };
        string text = Text();
        return
        [
            new ModelStatement(StatementKind.Ask, text, timeout, timeout > 0 && Chance(0.4) ? callable : null, Chance(0.6)),
            new ModelStatement(StatementKind.LogAnswer, text),
        ];
    }

    /// <summary>A statement that clears the stack or fails, where it cannot go on for ever and its meaning is beyond doubt.</summary>
    private ModelStatement[] Flow(string dialog) => dialog is "__timeout__" or "__closed__" or "__root__" or "__resume__"
        ? [new ModelStatement(StatementKind.Say, Text())]
        : [new ModelStatement(
            random.Next(5) switch
            {
                0 => StatementKind.Continue,
                1 => StatementKind.Halt,
                2 => StatementKind.Reset,
                3 => StatementKind.Close,
                _ => StatementKind.Fatal,
            },
            Text())];

    private ModelStatement[] Condition(int level, string dialog)
    {
        ModelStatement[] body = Statement(level, dialog, isNested: true);
        return [new ModelStatement(StatementKind.If, "", body.Length), .. body];
    }

    private bool? Guard() => Chance(0.15) ? Chance(0.5) : null;

    private bool Chance(double part) => random.NextDouble() < part;

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private string Text() => $"m{++_texts}";
}
