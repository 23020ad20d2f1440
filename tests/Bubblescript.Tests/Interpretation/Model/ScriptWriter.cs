namespace Bubblescript.Tests.Interpretation.Model;

/// <summary>Writes a random script as source text.</summary>
internal sealed class ScriptWriter
{
    private readonly List<string> _lines = [];

    public static string Write(ModelScript script)
    {
        ScriptWriter writer = new();
        foreach (ModelDialog dialog in script.Dialogs)
        {
            writer.Write(dialog, "");
        }

        foreach (string name in script.EventTasks)
        {
            writer._lines.AddRange([$"task event: \"{name}\" do", $"  log \"task {name}\"", "end"]);
        }

        writer._lines.AddRange(["task __init__ do", "  log \"init\"", "end"]);
        return string.Join('\n', writer._lines);
    }

    private void Write(ModelDialog dialog, string indent)
    {
        string?[] heads =
        [
            dialog.Name,
            dialog.Trigger is null ? null : $"trigger: \"{dialog.Trigger}\"",
            dialog.Event is null ? null : $"event: \"{dialog.Event}\"",
            dialog.Label is null ? null : $"label: \"{dialog.Label}\"",
        ];
        string guard = dialog.Guard switch { null => "", true => " when flag", false => " when !flag" };
        _lines.Add($"{indent}dialog {string.Join(", ", heads.Where(static head => head is not null))}{guard} do");
        int end = -1;
        for (int i = 0; i < dialog.Code.Count; i++)
        {
            ModelStatement statement = dialog.Code[i];
            _lines.AddRange(Write(statement).Select(line => $"{indent}  {line}"));
            end = statement.Kind == StatementKind.If ? i + statement.Number : end;
            if (i == end)
            {
                _lines.Add($"{indent}  end");
            }
        }

        foreach (ModelDialog inner in dialog.Inner)
        {
            Write(inner, indent + "  ");
        }

        _lines.Add($"{indent}end");
    }

    private static string[] Write(ModelStatement statement) => statement.Kind switch
    {
        StatementKind.Say => [$"say \"{statement.Text}\""],
        StatementKind.Ask => [WriteAsk(statement)],
        StatementKind.LogAnswer => [$"log \"{statement.Text}=#{{answer}}\""],
        StatementKind.Prompt => [$"prompt [\"{statement.Text}\", \"{statement.Text} again\"]"],
        StatementKind.Await => [$"await event(\"{statement.Text}\")"],
        StatementKind.Invoke => [$"invoke {statement.Text}"],
        StatementKind.Goto => [$"goto {statement.Text}"],
        StatementKind.Stop => ["stop"],
        StatementKind.Continue => ["continue"],
        StatementKind.Halt => ["halt"],
        StatementKind.Reset => ["resets = resets + 1", "if resets < 4 do", "  reset", "end"],
        StatementKind.Close => ["close"],
        StatementKind.Fatal => [$"fatal \"{statement.Text}\""],
        StatementKind.Schedule => ["once do", $"  emit \"{statement.Text}\", in: {statement.Number}", "end"],
        StatementKind.If => ["if flag do"],
        StatementKind.Flip => ["flag = !flag"],
        _ => throw new ArgumentOutOfRangeException(nameof(statement), statement.Kind, "Only the runtime does this."),
    };

    private static string WriteAsk(ModelStatement statement) =>
        $"ask \"{statement.Text}?\""
        + (statement.IsChoice ? ", expecting: [\"a\"]" : "")
        + (statement.Number > 0 ? $", timeout: {statement.Number}" : "")
        + (statement.Target is null ? "" : $", timeout_dialog: {statement.Target}");
}
