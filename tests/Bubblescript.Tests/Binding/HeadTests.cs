using Bubblescript.Binding;
using Bubblescript.Binding.Tree;
using Bubblescript.Builtins;
using Bubblescript.Evaluation;

namespace Bubblescript.Tests.Binding;

public sealed class HeadTests
{
    [Theory]
    [InlineData("dialog do end", "error 1:1 BS0209 nothing can start this dialog; give it a name or a 'trigger:'")]
    [InlineData("dialog triger: \"x\" do end", "error 1:8 BS0105 unknown option 'triger' of 'dialog'; did you mean 'trigger'?")]
    [InlineData("dialog event: foo do end", "error 1:15 BS0110 'event:' needs the name of an event as text; write for example 'event: \"paid\"'")]
    [InlineData("dialog event: \"a\", event: \"b\" do end", "error 1:20 BS0105 the option 'event' is given twice")]
    [InlineData("dialog event: \"a\", no_context: 3 do end", "error 1:32 BS0110 'no_context:' is true or false")]
    [InlineData("dialog attachment: :imge do end", "error 1:20 BS0110 unknown kind of attachment 'imge'; did you mean ':image'?")]
    [InlineData("dialog attachment: [:image, :x] do end", "error 1:29 BS0110 unknown kind of attachment 'x'; it is one of :image, :audio, :video, :file, :attachment")]
    [InlineData("dialog location: [1, 2], radius: \"far\" do end", "error 1:34 BS0110 'radius:' is a number of metres")]
    [InlineData("task when true do end", "error 1:6 BS0001 unexpected 'when', expected a name or an event")]
    [InlineData("task no_context: true do end", "error 1:1 BS0209 a task needs a name, 'event:' or 'before:'")]
    [InlineData("task before: mian do end", "error 1:14 BS0101 unknown dialog 'mian'; did you mean 'main'?")]
    [InlineData("task before: \"main\" do end", "error 1:14 BS0109 'before:' needs the name of a dialog")]
    [InlineData("task evnt: \"x\" do end", "error 1:6 BS0105 unknown option 'evnt' of 'task'; did you mean 'event'?")]
    [InlineData("declare task nope, in: %{type: \"object\"}", "error 1:14 BS0212 the declared task 'nope' does not exist; write 'task nope do … end'")]
    [InlineData("declare task t, in: %{type: \"objct\"}", "error 1:21 BS0211 the schema is invalid: type: must be string, number, integer, boolean, object, array or null, got string (\"objct\")")]
    [InlineData("declare task t, in: x", "error 1:21 BS0205 a schema cannot read the variable 'x'")]
    [InlineData("declare task t, descripion: \"x\"", "error 1:17 BS0105 unknown option 'descripion' of 'declare task'; did you mean 'description'?")]
    [InlineData("declare task t, description: \"x\"; declare task t, description: \"y\"", "error 1:48 BS0214 duplicate declaration of the task 't': it is already declared at main.bubble:1")]
    [InlineData("function f(_a :: 3) do end", "error 1:18 BS0211 the schema is invalid: a schema must be a map, true or false, got integer (3)")]
    [InlineData("function f(_a, _a) do end", "error 1:16 BS0214 duplicate parameter '_a'")]
    [InlineData("function f() do end; function f() do end", "error 1:31 BS0202 duplicate function 'f': it is already defined at main.bubble:1; rename one of them")]
    public void Mistakes_in_heads_are_reported(string declaration, string expected) =>
        DiagnosticText.Of($"{declaration}\ndialog main do\nend\ntask t do\nend").Should().Equal(expected);

    [Theory]
    [InlineData("dialog trigger: \"x\" when fetch(1) do\nend", 26)]
    [InlineData("dialog trigger: [fetch(1)] do\nend", 17)]
    [InlineData("dialog foo, trigger: \"y\" when 1 + twice(2) do\nend", 31)]
    [InlineData("task t when \"#{fetch(1)}\" do\nend", 13)]
    public void Look_ups_cannot_wait(string declaration, int column) =>
        DiagnosticText.Of(Sources($"{declaration}\ndialog main do\nend\nfunction once_more(_x) do\n  return fetch(_x)\nend\nfunction twice(_x) do\n  return once_more(_x)\nend")).Should().Equal(
            FormattableString.Invariant($"error 1:{column} BS0308 guards and options of a head cannot wait for an answer from outside; fetch the value in a statement before, and keep it in a variable"));

    [Fact]
    public void Host_functions_are_called_like_builtins()
    {
        Bot bot = Bot.Build(Sources("dialog main do\n  x = fetch 1\n  say fetch(2) + 1\nend"));

        bot.Main.DialogsByName["main"][0].Body.Code.Should().OnlyContain(static statement => statement.MaySuspend);
        DiagnosticText.Of("dialog main do\n  x = fetch(1)\nend").Should().Equal("error 2:7 BS0102 unknown function 'fetch'; did you mean 'match'?");
        Bot.Parse("dialog main do\nend").WithFunctions([Fetch]).Sources.Functions.Should().ContainSingle();
    }

    [Theory]
    [InlineData("dialog trigger: \"where am i\" do\nend", "where am i")]
    [InlineData("dialog trigger: [\"a\", \"b\"] do\nend", "a, b")]
    [InlineData("dialog trigger: @hello do\nend", "Hello!")]
    [InlineData("dialog trigger: x.y do\nend", "x.y")]
    [InlineData("dialog event: \"ping\" do\nend", "event ping")]
    [InlineData("dialog location: [1, 2] do\nend", "location")]
    [InlineData("dialog attachment: :image do\nend", "attachment image")]
    [InlineData("dialog label: \"X\" do\nend", "label X")]
    [InlineData("dialog label: _\"X\" do\nend", "label X")]
    public void Dialogs_without_name_have_a_generated_one(string declaration, string expected)
    {
        BoundDialog dialog = Bot.Parse($"{declaration}\ndialog main do\n  log @hello\nend\n@hello intent(match: \"hi\", label: \"Hello!\")").Main.Dialogs[0];

        dialog.Name.Should().BeNull();
        dialog.DisplayName.Should().Be(expected);
    }

    [Fact]
    public void Locals_are_nil_in_heads_and_guards()
    {
        BoundDialog dialog = Bot.Parse("dialog main do\n  _x = 1\n  dialog trigger: \"a\" when _x do\n  end\nend").Main.Dialogs[0].InnerDialogs[0];

        dialog.Guard.Should().BeOfType<LiteralNode>().Which.Value.IsNil.Should().BeTrue();
    }

    [Fact]
    public void Events_may_be_named_by_constants_and_atoms()
    {
        ScriptProgram program = Bot.Parse("@name \"paid\"\ndialog main do\nend\ndialog event: @name do\nend\ntask event: :done, no_context: true do\nend").Main;

        program.DialogsByEvent.Keys.Should().Equal("paid");
        program.TasksByEvent.Keys.Should().Equal("done");
    }

    [Fact]
    public void Tasks_have_their_heads_and_declarations()
    {
        ScriptProgram program = Bot.Parse("declare task t, description: \"does\", in: @schemas_in, out: true\n@schemas_in %{type: \"object\"}\ntask t do\nend\ntask t do\nend\ntask before: main when x do\nend\ndialog main do\nend").Main;

        program.TasksByName["t"].Should().HaveCount(2).And.OnlyContain(static task => task.Declaration!.Name == "t");
        program.HooksByTarget["main"].Single().Guard.Should().NotBeNull();
        program.Declarations.Keys.Should().Contain(["main.bubble: task t", "main.bubble: task t#2", "main.bubble: task before:main"]);
    }

    private static readonly BuiltinFunction Fetch = new("fetch", [new FunctionParameter("n", ParameterType.Any)], "any", "", static (_, _) => default) { Suspends = true, Purity = FunctionPurity.Reading };

    private static BotSources Sources(string script) => new("main", [new BotFile("main.bubble", script)]) { Functions = [Fetch] };
}
