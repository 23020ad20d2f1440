using System.Collections.Immutable;
using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Evaluation;
using Bubblescript.Values;

namespace Bubblescript.Tests.Binding;

/// <summary>Shows the code of bodies as lines, so that tests can pin how statements are flattened.</summary>
internal static class CodeText
{
    /// <summary>The code of the dialog <c>main</c> of a script.</summary>
    public static ImmutableArray<string> OfMain(string script)
    {
        ScriptProgram program = Bot.Parse(script).Main;
        return Of(program.DialogsByName["main"][0].Body, program);
    }

    public static ImmutableArray<string> Of(BoundBody body, ScriptProgram program) => [.. body.Code.Select((statement, index) => FormattableString.Invariant($"{index} {Show(statement, body, program)}"))];

    private static string Show(BoundStatement statement, BoundBody body, ScriptProgram program) => statement switch
    {
        JumpStatement jump => FormattableString.Invariant($"jump {jump.Target.Position}"),
        ConditionalJumpStatement jump => FormattableString.Invariant($"jump {jump.Target.Position} when {jump.JumpWhen}"),
        CaseJumpStatement jump => FormattableString.Invariant($"jump {jump.Target.Position} unless {body.LocalNames[jump.SubjectSlot]}"),
        RepeatStatement repeat => FormattableString.Invariant($"repeat {repeat.Loop} {(repeat.Variable is null ? "" : Show(repeat.Variable))}").TrimEnd(),
        RepeatNextStatement next => FormattableString.Invariant($"next {next.Repeat.Loop} exit {next.Exit.Position}"),
        BreakStatement leave => FormattableString.Invariant($"break {leave.Loop} exit {leave.Exit.Position}"),
        RandomStatement random => $"random {string.Join(' ', random.Alternatives.Select(static label => label.Position))}",
        OnceStatement once => FormattableString.Invariant($"once {string.Join(' ', once.Alternatives.Select(static label => label.Position))} after {once.After.Position}"),
        AssignStatement assign => $"assign {Show(assign.Target)}",
        EvaluateStatement => "evaluate",
        CommandStatement command => Show(command),
        _ => statement.GetType().Name,
    };

    private static string Show(CommandStatement command)
    {
        List<string> parts = [command.Kind.ToString()];
        parts.AddRange(command.Target is null ? [] : [$"→ {Show(command.Target)}"]);
        parts.AddRange(command.Name is null ? [] : [$"'{command.Name}'"]);
        parts.AddRange(command.Path is null ? [] : [Show(command.Path)]);
        parts.AddRange(command.IsReset ? [":reset"] : []);
        parts.AddRange(command.Arguments.Select(Show));
        parts.AddRange(command.Options.Select(static option => $"{option.Name}: {Show(option.Value)}"));
        parts.AddRange(command.Buttons.Select(static button => $"[{Show(button.Title)} {(button.IsOpen ? "open" : "event")} {string.Join(' ', button.Arguments.Select(Show))}]"));
        return string.Join(' ', parts);
    }

    private static string Show(AssignmentTarget target)
    {
        string steps = string.Concat(target.Steps.Select(static step => step.Key is null ? "[…]" : $".{step.Key}"));
        return FormattableString.Invariant($"{target.Scope} {target.Name}{steps}");
    }

    private static string Show(EvaluationNode node) => node switch
    {
        LiteralNode literal => literal.Value.IsString ? $"\"{literal.Value}\"" : literal.Value.AsList() is null ? $"{literal.Value}" : ValueJson.ToJson(literal.Value),
        VariableNode variable => variable.Name,
        LocalNode local => local.Name,
        PredefinedNode predefined => PredefinedVariables.NameOf(predefined.Variable),
        ConstantNode constant => $"@{constant.Constant.Name}",
        BuiltinCallNode call => $"{call.Function.Name}({string.Join(", ", call.Arguments.ToArray().Select(Show))})",
        FunctionCallNode call => $"{call.Function.Name}(…)",
        MapNode map => $"{{{string.Join(", ", map.Entries.ToArray().Select(static entry => $"{entry.Key}: {Show(entry.Value)}"))}}}",
        ListNode list => $"[{string.Join(", ", list.Items.ToArray().Select(Show))}]",
        _ => node.GetType().Name,
    };
}
