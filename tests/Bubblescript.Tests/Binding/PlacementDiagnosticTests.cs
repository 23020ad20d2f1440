namespace Bubblescript.Tests.Binding;

public sealed class PlacementDiagnosticTests
{
    [Theory]
    [InlineData("ask \"a\"", "error 2:3 BS0301 'ask' is allowed in dialogs only, not in a task")]
    [InlineData("x = ask \"a\"", "error 2:7 BS0301 'ask' is allowed in dialogs only, not in a task")]
    [InlineData("buttons \"a\" do\n  end", "error 2:3 BS0301 'buttons' is allowed in dialogs only, not in a task")]
    [InlineData("if true do say \"a\" end", "error 2:14 BS0301 'say' is allowed in dialogs only, not in a task")]
    [InlineData("invoke main", "error 2:3 BS0304 'invoke' is allowed in dialogs only, not in a task")]
    [InlineData("close", "error 2:3 BS0304 'close' is allowed in dialogs only, not in a task")]
    [InlineData("break", "error 2:3 BS0302 'break' is allowed inside 'repeat' only")]
    [InlineData("expect \"a\"", "error 2:3 BS0304 'expect' is allowed in 'test' blocks only")]
    [InlineData("dialog inner do\n  end", "error 2:3 BS0305 a dialog cannot be declared in a task; move it out of the block")]
    public void Tasks_cannot_talk_or_move_the_stack(string statement, string expected) => InTask(statement).Should().Equal(expected);

    [Theory]
    [InlineData("log 1")]
    [InlineData("tag \"a\"")]
    [InlineData("emit \"a\", to: :master")]
    [InlineData("x = query :master, \"a\"")]
    [InlineData("perform t")]
    [InlineData("reply 1")]
    [InlineData("fatal \"a\"")]
    [InlineData("remember user.name")]
    [InlineData("x = 1")]
    [InlineData("repeat 3 do\n    break\n  end")]
    [InlineData("return 1")]
    public void Tasks_can_do_the_rest(string statement) => InTask(statement).Should().BeEmpty();

    [Theory]
    [InlineData("x = 1", "error 2:3 BS0307 a function cannot change the variable 'x'; use a local variable such as '_x', or a task")]
    [InlineData("user.name = 1", "error 2:3 BS0307 a function cannot change the variable 'user'; use a local variable such as '_user', or a task")]
    [InlineData("repeat x in [1] do\n  end", "error 2:10 BS0307 a function cannot change the variable 'x'; use a local variable such as '_x', or a task")]
    [InlineData("unset x", "error 2:9 BS0307 a function cannot change the variable 'x'; use a local variable such as '_x', or a task")]
    [InlineData("say \"a\"", "error 2:3 BS0301 'say' is allowed in dialogs only, not in a function")]
    [InlineData("emit \"a\"", "error 2:3 BS0307 'emit' acts on the outside and is not allowed in a function; use a task")]
    [InlineData("perform t", "error 2:3 BS0307 'perform' acts on the outside and is not allowed in a function; use a task")]
    [InlineData("remember x", "error 2:3 BS0307 'remember' acts on the outside and is not allowed in a function; use a task")]
    [InlineData("forget user.name", "error 2:3 BS0307 'forget' acts on the outside and is not allowed in a function; use a task")]
    [InlineData("reply 1", "error 2:3 BS0304 'reply' is allowed in dialogs and tasks only, not in a function")]
    [InlineData("spawn_group()", "error 2:3 BS0307 'spawn_group' acts on the outside and cannot be called in a function; call it in a task or dialog")]
    public void Functions_only_compute(string statement, string expected) =>
        DiagnosticText.Of($"function f() do\n  {statement}\nend\n\ndialog main do\nend\n\ntask t do\nend").Should().Equal(expected);

    [Fact]
    public void Functions_may_use_locals_logs_and_http() =>
        DiagnosticText.Of("function f(_a) do\n  _b = http_get(_a).body\n  log _b\n  unset _b\n  return other + @c\nend\n@c 1\ndialog main do\nend").Should().BeEmpty();

    [Theory]
    [InlineData("say \"a\"", "group.bubble error 2:3 BS0301 'say' is allowed in dialogs of conversations only, not in a group script")]
    [InlineData("await event(\"a\")", "group.bubble error 2:3 BS0301 'await' is allowed in dialogs of conversations only, not in a group script")]
    [InlineData("close", "group.bubble error 2:3 BS0304 'close' is allowed in dialogs of conversations only, not in a group script")]
    [InlineData("switch_bot \"b\"", "group.bubble error 2:3 BS0304 'switch_bot' is allowed in dialogs of conversations only, not in a group script")]
    public void Coordinators_do_not_talk_to_users(string statement, string expected) =>
        DiagnosticText.OfFiles(("main.bubble", "dialog main do\nend"), ("group.bubble", $"dialog main do\n  {statement}\nend")).Should().Equal(expected);

    [Fact]
    public void Inner_dialogs_stand_among_the_statements_of_a_dialog_only() =>
        DiagnosticText.Of("dialog main do\n  if true do\n    dialog inner do\n    end\n  end\n  random do\n    dialog trigger: \"a\" do\n    end\n  end\nend").Should().Equal(
            "error 3:5 BS0305 an inner dialog stands among the statements of a dialog, not inside another block; move it out of the block",
            "error 7:5 BS0305 an inner dialog stands among the statements of a dialog, not inside another block; move it out of the block");

    [Theory]
    [InlineData("@c = 1", "error 2:3 BS0306 the constant '@c' cannot be changed; assign its value to a variable first")]
    [InlineData("@c.x[1] = 1", "error 2:3 BS0306 the constant '@c' cannot be changed; assign its value to a variable first")]
    [InlineData("x = say \"a\"", "error 2:7 BS0306 'say' gives no value that could be assigned")]
    [InlineData("remember _x", "error 2:12 BS0306 'remember' does not reach the local variable '_x'; use a variable of the conversation, such as 'x'")]
    [InlineData("remember 3", "error 2:12 BS0306 a variable is needed here; write for example 'total' or 'user.name'")]
    [InlineData("unset length(1)", "error 2:9 BS0306 a variable is needed here; write for example 'total' or 'user.name'")]
    public void Only_variables_can_be_written(string statement, string expected) =>
        DiagnosticText.Of($"dialog main do\n  {statement}\nend\n@c 1\ndialog trigger: \"x\" do\n  say @c\nend").Should().Equal(expected);

    [Theory]
    [InlineData("say \"a\"", "error 3:10 BS0304 the action of a button must be 'open url' or 'event name'; write one action behind '->'")]
    [InlineData("open \"a\", \"b\"", "error 3:10 BS0106 'open' takes 1 argument, got 2")]
    [InlineData("event()", "error 3:10 BS0106 'event' takes 1 or 2 arguments, got 0")]
    public void Buttons_open_pages_or_send_events(string action, string expected) =>
        DiagnosticText.Of($"dialog main do\n  buttons \"a\" do\n  \"b\" -> {action}\n  end\nend").Should().Equal(expected);

    private static IEnumerable<string> InTask(string statement) => DiagnosticText.Of($"task t do\n  {statement}\nend\n\ndialog main do\nend");
}
