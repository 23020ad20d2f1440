using Bubblescript.Syntax.Tree;

namespace Bubblescript.Tests.Syntax;

/// <summary>The texts and places of syntax errors. Statements begin in column 13 of line 1.</summary>
public sealed class SyntaxErrorTests
{
    [Theory]
    [InlineData("x = ", "1:17 BS0001 unexpected end of the line, expected an expression")]
    [InlineData("x = )", "1:17 BS0001 unexpected ')', expected an expression")]
    [InlineData("x = = 3", "1:17 BS0001 unexpected '=', expected an expression; to compare, use '=='")]
    [InlineData("say \"a\" \"b\"", "1:21 BS0001 unexpected '\"b\"', expected the end of the line; is a comma or an operator missing?")]
    [InlineData("say ,", "1:17 BS0001 unexpected ',', expected an expression")]
    [InlineData("say \"a\",", "1:21 BS0001 unexpected end of the line, expected an expression")]
    [InlineData("say [1, 2", "1:22 BS0001 unexpected end of the line, expected ',' or ']'")]
    [InlineData("say (1", "1:19 BS0001 unexpected end of the line, expected ',' or ')'")]
    [InlineData("say f(1", "1:20 BS0001 unexpected end of the line, expected ',' or ')'")]
    [InlineData("say %{a: 1", "1:23 BS0001 unexpected end of the line, expected ',' or '}'")]
    [InlineData("say a]", "1:18 BS0001 unexpected ']', expected the end of the line")]
    [InlineData("x == 3 = 4", "1:20 BS0001 only a variable or a part of one can be assigned to; to compare, use '=='")]
    [InlineData("f(x) = 3", "1:18 BS0001 only a variable or a part of one can be assigned to; to compare, use '=='")]
    [InlineData("1 + 1 = 2", "1:19 BS0001 only a variable or a part of one can be assigned to; to compare, use '=='")]
    [InlineData("say class: \"a\", \"b\"", "1:29 BS0001 an argument without a name cannot follow 'class:'; put it before the named arguments")]
    [InlineData("f(a: 1, 2)", "1:21 BS0001 an argument without a name cannot follow 'a:'; put it before the named arguments")]
    [InlineData("x -> 1", "1:15 BS0001 unexpected '->', expected the end of the line; cases stand in a 'branch'")]
    [InlineData("1..2..3", "1:17 BS0001 unexpected '..', expected the end of the line")]
    [InlineData("a |> 3", "1:18 BS0001 unexpected '3', expected a call")]
    [InlineData("a |> (b)", "1:18 BS0001 unexpected '(', expected a call")]
    [InlineData("x = if y do 1 end", "1:17 BS0001 unexpected 'if', expected an expression; 'if' is a statement and has no value")]
    [InlineData("x = after + 1", "1:17 BS0007 'after' is a reserved word and cannot be used as a name")]
    [InlineData("if after == 1 do\nend", "1:16 BS0007 'after' is a reserved word and cannot be used as a name")]
    [InlineData("task = 1", "1:13 BS0007 'task' is a reserved word and cannot be used as a name")]
    [InlineData("end = 1", "1:13 BS0007 'end' is a reserved word and cannot be used as a name")]
    [InlineData("nil = 1", "1:13 BS0007 'nil' is a reserved word and cannot be used as a name")]
    [InlineData("random = 1", "1:13 BS0007 'random' is a reserved word and cannot be used as a name")]
    [InlineData("if = 1", "1:13 BS0007 'if' is a reserved word and cannot be used as a name")]
    [InlineData("repeat test in x do\nend", "1:20 BS0007 'test' is a reserved word and cannot be used as a name")]
    [InlineData("elixir \"a\"", "1:13 BS0007 'elixir' is a reserved word without meaning")]
    [InlineData("x = submit", "1:17 BS0007 'submit' is a reserved word without meaning")]
    [InlineData("task foo do\nend", "1:13 BS0001 'task' cannot stand among statements; it belongs to the top level of a script")]
    [InlineData("say :", "1:17 BS0001 unexpected ':', expected an expression; a key is followed by ':' and a blank")]
    [InlineData("say a b: ", "1:22 BS0001 unexpected end of the line, expected an expression")]
    [InlineData("a [1]", "1:15 BS0001 unexpected '[', expected the end of the line; the '[' of an index follows without a blank")]
    [InlineData("x = Foo", "1:17 BS0001 unexpected 'Foo'; names begin with a small letter")]
    [InlineData("say \"a\", timeout:1", "1:29 BS0001 unexpected ':', expected the end of the line; a key is followed by ':' and a blank")]
    [InlineData("if x, do:\nsay \"a\"", "1:22 BS0001 unexpected end of the line, expected a statement")]
    [InlineData("if x\nsay \"a\"\nend", "1:17 BS0001 the 'if' of this line has no 'do'")]
    [InlineData("branch x do\nsay \"y\"\nend", "2:8 BS0001 unexpected end of the line, expected '->'")]
    [InlineData("branch x do\n+ -> stop\nend", "2:1 BS0001 unexpected '+', expected an expression")]
    [InlineData("once do\nelse\nend", "2:1 BS0001 unexpected 'else', expected a statement")]
    [InlineData("once do\nafter\nafter\nend", "3:1 BS0001 unexpected 'after', expected a statement")]
    [InlineData("x = %{1}", "1:20 BS0001 unexpected '}', expected '=>'")]
    [InlineData("x = %{a: }", "1:22 BS0001 unexpected '}', expected an expression")]
    [InlineData("x.5", "1:15 BS0001 unexpected '5', expected a field name")]
    [InlineData("x.", "1:15 BS0001 unexpected end of the line, expected a field name")]
    [InlineData("x[", "1:15 BS0001 unexpected end of the line, expected an expression")]
    [InlineData("x[]", "1:15 BS0001 unexpected ']', expected an expression")]
    [InlineData("x[a: 1, 2]", "1:21 BS0001 unexpected '2', expected a key")]
    [InlineData("perform calc [a: 1]", "1:26 BS0001 unexpected '[', expected ','")]
    [InlineData("dialog x trigger \"y\" do\nend", "1:22 BS0001 unexpected 'trigger', expected ',', 'when' or 'do'")]
    [InlineData("say not", "1:20 BS0001 unexpected end of the line, expected an expression")]
    [InlineData("x = -", "1:18 BS0001 unexpected end of the line, expected an expression")]
    [InlineData("say a if b", "1:19 BS0001 unexpected 'if', expected the end of the line; write 'if' and 'do' before the statement")]
    [InlineData("LLM.complete", "1:25 BS0001 unexpected end of the line, expected '('")]
    [InlineData("LLM.complete \"x\"", "1:26 BS0001 unexpected '\"x\"', expected '('")]
    [InlineData("x = a.b c", "1:21 BS0001 unexpected 'c', expected the end of the line; is a comma or an operator missing?")]
    [InlineData("repeat x in do\nend", "1:25 BS0001 unexpected 'do', expected an expression")]
    [InlineData("when x", "1:13 BS0001 unexpected 'when', expected a statement")]
    [InlineData("x = \"a#{}b#{1 2}\"", "1:27 BS0001 unexpected '2', expected '}'")]
    [InlineData("x = \"#{)}\"", "1:20 BS0001 unexpected ')', expected an expression")]
    [InlineData("say \"x\", do: stop", "1:20 BS0001 unexpected ', do:', expected the end of the line")]
    [InlineData("else", "1:13 BS0001 unexpected 'else', expected a statement")]
    [InlineData("if x do\nelse\nelse\nend", "3:1 BS0001 unexpected 'else', expected a statement")]
    [InlineData("say a\n  + b", "2:3 BS0001 unexpected '+', expected a statement; an operator ends the line that goes on")]
    [InlineData("switch x do\n1 -> stop\nend", "1:13 BS0008 there is no 'switch'; use 'branch'")]
    public void Statements_that_cannot_be_parsed_say_what_was_expected(string text, params string[] errors) => Scripts.StatementErrors(text).Should().Equal(errors);

    [Theory]
    [InlineData("x = 5m", "1:17 BS0004 '5m' is no number; write a duration as text, as in \"5m\"")]
    [InlineData("x = 1.5kg", "1:17 BS0004 '1.5kg' is no number; write a duration as text, as in \"5m\"")]
    [InlineData(
        "x = 99999999999999999999",
        "1:17 BS0004 the integer 99999999999999999999 is too large; integers go up to 9223372036854775807")]
    [InlineData("x = 1.0e999", "1:17 BS0004 the number 1.0e999 is too large")]
    [InlineData("say $a", "1:17 BS0003 '$' has no meaning here")]
    [InlineData("x = a & b", "1:19 BS0003 '&' has no meaning here; use '&&' or 'and'")]
    [InlineData("x = a | b", "1:19 BS0003 '|' has no meaning here; use '||' or 'or'")]
    [InlineData("x = a % b", "1:19 BS0003 '%' has no meaning here; use rem(a, b) for the remainder; a map begins with '%{'")]
    [InlineData("x = a ^ b", "1:19 BS0003 '^' has no meaning here; use pow(a, b)")]
    [InlineData("x = a ? b", "1:19 BS0003 '?' has no meaning here; use 'if' to choose")]
    [InlineData("say {a: 1}", "1:17 BS0003 '{' has no meaning here; a map begins with '%{'")]
    [InlineData(
        "say \u201ca\u201d",
        "1:17 BS0003 '\u201c' has no meaning here; strings are quoted with \" or '",
        "1:19 BS0003 '\u201d' has no meaning here; strings are quoted with \" or '")]
    [InlineData(
        "x = `a`",
        "1:17 BS0003 '`' has no meaning here; strings are quoted with \" or '",
        "1:19 BS0003 '`' has no meaning here; strings are quoted with \" or '")]
    [InlineData("na\u00efve = 1", "1:13 BS0003 'na\u00efve' is no name; names consist of the letters a to z, digits and '_'")]
    [InlineData("\u00e9 = 1", "1:13 BS0003 '\u00e9' is no name; names consist of the letters a to z, digits and '_'")]
    [InlineData(
        "say \"\\u12\"",
        "1:18 BS0009 '\\u' needs four hexadecimal digits, or a code point in braces; for example \\u00e9 or \\u{1F600}")]
    [InlineData(
        "say \"\\u{110000}\"",
        "1:18 BS0009 '\\u' needs four hexadecimal digits, or a code point in braces; for example \\u00e9 or \\u{1F600}")]
    [InlineData(
        "say \"\\ud800\"",
        "1:18 BS0009 '\\u' needs four hexadecimal digits, or a code point in braces; for example \\u00e9 or \\u{1F600}")]
    [InlineData(
        "say :\"\\ux\"",
        "1:19 BS0009 '\\u' needs four hexadecimal digits, or a code point in braces; for example \\u00e9 or \\u{1F600}")]
    [InlineData("x = \u0000", "1:17 BS0003 the character U+0000 has no meaning here")]
    [InlineData("say \"a\u0000b\"", "1:19 BS0003 the character U+0000 is not allowed in a string")]
    [InlineData("x = 1 \u200b", "1:19 BS0003 the character U+200B has no meaning here")]
    [InlineData("x = a <> b", "1:19 BS0008 there is no operator '<>'; use '+'")]
    [InlineData("x = a ++ b", "1:19 BS0008 there is no operator '++'; use '+'")]
    [InlineData("x = a -- b", "1:19 BS0008 there is no operator '--'; to leave items out of a list, use filter(list, query)")]
    [InlineData("x = a =~ b", "1:19 BS0008 there is no operator '=~'; use match(text, pattern) or regex_match(text, expression)")]
    [InlineData("say \"abc", "1:17 BS0002 this string has no end; add \" where it ends")]
    [InlineData("say 'abc", "1:17 BS0002 this string has no end; add ' where it ends")]
    [InlineData("say \"abc\nsay \"x\"", "1:17 BS0002 this string has no end; add \" where it ends")]
    [InlineData("say \"abc\nsay \" x\"", "1:17 BS0002 this string has no end; add \" where it ends")]
    [InlineData(
        "say \"abc\nsay \"x\"\nsay \"def\nstop",
        "1:17 BS0002 this string has no end; add \" where it ends",
        "3:5 BS0002 this string has no end; add \" where it ends")]
    [InlineData("say \"a\n\nb\" \"c\"", "3:4 BS0001 unexpected '\"c\"', expected the end of the line; is a comma or an operator missing?")]
    [InlineData(
        "say f(\"abc)\nsay 1 2",
        "1:19 BS0002 this string has no end; add \" where it ends",
        "2:7 BS0001 unexpected '2', expected the end of the line; is a comma or an operator missing?")]
    [InlineData(
        "say [\"a, \"b\"]\nsay 1 2",
        "1:24 BS0002 this string has no end; add \" where it ends",
        "2:7 BS0001 unexpected '2', expected the end of the line; is a comma or an operator missing?")]
    [InlineData("say \"a #{b\"", "1:17 BS0002 this string contains '#{' without '}'; write '\\#{' for the characters themselves")]
    [InlineData(
        "say \"a #{\"b}\"\nsay 1 2",
        "1:17 BS0002 this string contains '#{' without '}'; write '\\#{' for the characters themselves",
        "2:7 BS0001 unexpected '2', expected the end of the line; is a comma or an operator missing?")]
    [InlineData("say \"\"\"\nabc", "1:17 BS0002 this heredoc has no end; it ends with a line that begins with the same three quotes")]
    [InlineData("say :\"abc", "1:17 BS0002 this string has no end; add \" where it ends")]
    [InlineData("x = fn a -> a end", "1:17 BS0008 there is no 'fn'; write a 'function' at top level, or pass a query")]
    [InlineData("x = fn(a) -> a end", "1:17 BS0008 there is no 'fn'; write a 'function' at top level, or pass a query")]
    [InlineData("case x do\n1 -> stop\nend", "1:13 BS0008 there is no 'case'; use 'branch'")]
    [InlineData("cond do\nx -> stop\nend", "1:13 BS0008 there is no 'cond'; use 'branch'")]
    [InlineData("for x in y do\nend", "1:13 BS0008 there is no 'for'; use 'repeat x in list do'")]
    [InlineData("while x do\nend", "1:13 BS0008 there is no 'while'; use 'repeat do' with 'break'")]
    [InlineData("x = [for a in b, do: c]", "1:18 BS0008 there is no 'for'; use 'repeat x in list do'")]
    [InlineData("x = case y do\n1 -> 2\nend", "1:17 BS0008 there is no 'case'; use 'branch'")]
    public void Text_that_is_no_token_says_what_to_write_instead(string text, params string[] errors) => Scripts.StatementErrors(text).Should().Equal(errors);

    [Theory]
    [InlineData(
        "say \"x\"\nsay \"y\"\n@a 1\nstop",
        "1:1 BS0001 'say' cannot stand at the top level of a script; put it into a dialog, a task or a function",
        "4:1 BS0001 'stop' cannot stand at the top level of a script; put it into a dialog, a task or a function")]
    [InlineData("foo", "1:1 BS0001 'foo' cannot stand at the top level of a script; put it into a dialog, a task or a function")]
    [InlineData("5", "1:1 BS0001 unexpected '5', expected a dialog, task, function, test or constant")]
    [InlineData("@x", "1:3 BS0001 unexpected end of the file, expected an expression")]
    [InlineData("@x = 3", "1:4 BS0001 unexpected '=', expected an expression; to compare, use '=='")]
    [InlineData("@x 1 2", "1:6 BS0001 unexpected '2', expected the end of the line; is a comma or an operator missing?")]
    [InlineData("@1", "1:1 BS0003 '@' has no meaning here")]
    [InlineData("@", "1:1 BS0003 '@' has no meaning here")]
    [InlineData(
        "dialog 5 do\nsay )\nend",
        "1:8 BS0001 unexpected '5', expected a name or a trigger",
        "2:5 BS0001 unexpected ')', expected an expression")]
    [InlineData(
        "dialog foo, trigger \"x\" do\nsay )\nend",
        "1:13 BS0001 unexpected 'trigger', expected a key; write 'trigger:'",
        "2:5 BS0001 unexpected ')', expected an expression")]
    [InlineData("dialog foo\nsay \"x\"\nend", "1:11 BS0001 the 'dialog' of this line has no 'do'")]
    [InlineData("dialog foo, do:", "1:16 BS0001 unexpected end of the file, expected a statement")]
    [InlineData("dialog foo, 5 do\nend", "1:13 BS0001 unexpected '5', expected a key")]
    [InlineData("dialog main when do\nend", "1:18 BS0001 unexpected 'do', expected an expression")]
    [InlineData("dialog main when x, trigger: \"y\" do\nend", "1:19 BS0001 unexpected ',', expected 'do'")]
    [InlineData("dialog", "1:7 BS0001 unexpected end of the file, expected a name or a trigger")]
    [InlineData("task do\nend", "1:6 BS0001 unexpected 'do', expected a name or an event")]
    [InlineData("task \"x\" do\nend", "1:6 BS0001 unexpected '\"x\"', expected a name or a trigger")]
    [InlineData("declare x", "1:9 BS0001 unexpected 'x', expected 'task'")]
    [InlineData("declare task", "1:13 BS0001 unexpected end of the file, expected a name")]
    [InlineData("declare task a", "1:15 BS0001 unexpected end of the file, expected ','")]
    [InlineData("declare task a, b", "1:17 BS0001 unexpected 'b', expected a key")]
    [InlineData("function", "1:9 BS0001 unexpected end of the file, expected a name")]
    [InlineData("function f do\nend", "1:12 BS0001 unexpected 'do', expected '('")]
    [InlineData("function f(x) do\nend", "1:12 BS0001 the parameter 'x' is no local variable; write '_x'")]
    [InlineData("function f(_x do\nend", "1:15 BS0001 unexpected 'do', expected ',' or ')'")]
    [InlineData("function f(1) do\nend", "1:12 BS0001 unexpected '1', expected a name")]
    [InlineData("function say() do\nend", "1:10 BS0007 'say' is a reserved word and cannot name a function")]
    [InlineData("function if() do\nend", "1:10 BS0007 'if' is a reserved word and cannot name a function")]
    [InlineData("function random(_x) do\nend", "1:10 BS0007 'random' is a reserved word and cannot name a function")]
    [InlineData("function f(nil) do\nend", "1:12 BS0007 'nil' is a reserved word and cannot be used as a name")]
    [InlineData("function \"f\"() do\nend", "1:10 BS0001 unexpected '\"f\"', expected a name")]
    [InlineData("test foo do\nend", "1:6 BS0001 unexpected 'foo', expected the name of the test in quotes")]
    [InlineData("test do\nend", "1:6 BS0001 unexpected 'do', expected the name of the test in quotes")]
    [InlineData("test \"a\"", "1:9 BS0001 unexpected end of the file, expected 'do' or ', do:'")]
    [InlineData("end", "1:1 BS0001 unexpected 'end', there is no block that it could close")]
    [InlineData("dialog a do\nend end", "2:5 BS0001 unexpected 'end', there is no block that it could close")]
    [InlineData(
        "if x do\nend\ndialog a do\nend",
        "1:1 BS0001 'if' cannot stand at the top level of a script; put it into a dialog, a task or a function")]
    [InlineData("dialog a do\nend)", "2:4 BS0001 unexpected ')', expected the end of the line")]
    [InlineData("]", "1:1 BS0001 unexpected ']', expected a dialog, task, function, test or constant")]
    [InlineData("declare task a, in: 1 2", "1:23 BS0001 unexpected '2', expected the end of the line; is a comma or an operator missing?")]
    public void Items_that_cannot_be_parsed_say_what_was_expected(string text, params string[] errors) => Scripts.Errors(text).Should().Equal(errors);

    [Theory]
    [InlineData("dialog a do\n  if x do\n    say 1\n  say 2\nend\n\ndialog b do\nend", "2:3 BS0005 the 'if' of line 2 has no 'end'")]
    [InlineData("dialog a do\n  say 1\n\ndialog b do\n  say 2\nend", "1:1 BS0005 the 'dialog' of line 1 has no 'end'")]
    [InlineData("dialog a do\n  repeat do\n    if x do\n      stop\n  end\nend", "3:5 BS0005 the 'if' of line 3 has no 'end'")]
    [InlineData(
        "dialog a do\n  if x do\n    stop\n  end\n  end\n  say 1\nend",
        "5:3 BS0001 unexpected 'end', there is no block that it could close")]
    [InlineData("dialog a do\nend\nend", "3:1 BS0001 unexpected 'end', there is no block that it could close")]
    [InlineData("dialog a do", "1:1 BS0005 the 'dialog' of line 1 has no 'end'")]
    [InlineData("dialog a do\n  if x do\n", "1:1 BS0005 the 'dialog' of line 1 has no 'end'", "2:3 BS0005 the 'if' of line 2 has no 'end'")]
    [InlineData(
        "dialog a do\nif x do\nstop\ndialog b do\nend",
        "1:1 BS0005 the 'dialog' of line 1 has no 'end'",
        "2:1 BS0005 the 'if' of line 2 has no 'end'")]
    [InlineData("dialog a do\n  say 1\nend\n\n@x 1\ntask b do\n\n@y 2", "6:1 BS0005 the 'task' of line 6 has no 'end'")]
    [InlineData(
        "dialog a do\n  if x do\n    stop\n  else if y do\n    halt\n  else\n    close\n  end\n  say )\nend",
        "4:3 BS0010 there is no 'else if'; use 'branch do' with a case for each condition",
        "9:7 BS0001 unexpected ')', expected an expression")]
    [InlineData(
        "dialog a do\n  if x do\n    stop\n  else if y do\n    halt\n  end end\n  say )\nend",
        "4:3 BS0010 there is no 'else if'; use 'branch do' with a case for each condition",
        "7:7 BS0001 unexpected ')', expected an expression")]
    [InlineData(
        "dialog a do\n  if x do\n    stop\n  elsif y do\n    halt\n  end\nend",
        "4:3 BS0010 there is no 'elsif'; use 'branch do' with a case for each condition")]
    [InlineData(
        "dialog a do\n  if x do\n    stop\n  else if ) do\n    say )\n  end\nend",
        "4:3 BS0010 there is no 'else if'; use 'branch do' with a case for each condition",
        "5:9 BS0001 unexpected ')', expected an expression")]
    [InlineData("dialog a do\n  x = f(1,\n  say \"a\"\n  y = 2\nend", "2:11 BS0001 unexpected end of the line, expected an expression")]
    [InlineData(
        "@list [\n  1,\n  2\n\ndialog a do\n  say )\nend",
        "4:1 BS0001 unexpected end of the line, expected ',' or ']'",
        "6:7 BS0001 unexpected ')', expected an expression")]
    [InlineData(
        "dialog a do\n  if x do\n    say )\n  end )\n  if ) do\n    say )\n  end\n  branch ) do\n    1 -> say )\n    say )\n  else\n    say )\n  end\nend",
        "4:7 BS0001 unexpected ')', expected the end of the line",
        "5:6 BS0001 unexpected ')', expected an expression",
        "6:9 BS0001 unexpected ')', expected an expression",
        "8:10 BS0001 unexpected ')', expected 'do'",
        "9:14 BS0001 unexpected ')', expected an expression",
        "10:9 BS0001 unexpected ')', expected an expression",
        "12:9 BS0001 unexpected ')', expected an expression")]
    public void Blocks_without_end_and_ends_without_block_are_found_by_the_indentation(string text, params string[] errors) => Scripts.Errors(text).Should().Equal(errors);

    [Fact]
    public void Ten_mistakes_are_ten_diagnostics() => Scripts.Errors(
        """
        dialog main do
          x = = 3
          say "a" "b"
          if x do
            say ,
          else
            ask )
          end
          say [1, 2
          y = (1 + 2
          z = a ++ b
          w = fn x -> x end
          case x do
            1 -> say "y"
          end
          end_ = 5m
          say "ok"
        end
        """).Should().Equal(
        "2:7 BS0001 unexpected '=', expected an expression; to compare, use '=='",
        "3:11 BS0001 unexpected '\"b\"', expected the end of the line; is a comma or an operator missing?",
        "5:9 BS0001 unexpected ',', expected an expression",
        "7:9 BS0001 unexpected ')', expected an expression",
        "9:12 BS0001 unexpected end of the line, expected ',' or ']'",
        "10:13 BS0001 unexpected end of the line, expected ')'",
        "11:9 BS0008 there is no operator '++'; use '+'",
        "12:7 BS0008 there is no 'fn'; write a 'function' at top level, or pass a query",
        "13:3 BS0008 there is no 'case'; use 'branch'",
        "16:10 BS0004 '5m' is no number; write a duration as text, as in \"5m\"");

    [Fact]
    public void A_lone_surrogate_has_no_meaning() =>
        Scripts.StatementErrors("x = \ud800").Should().Equal("1:17 BS0003 the character U+D800 has no meaning here");

    [Fact]
    public void A_lone_surrogate_is_not_allowed_in_a_string() =>
        Scripts.StatementErrors("x = \"a\udc00\"").Should().Equal("1:19 BS0003 the character U+DC00 is not allowed in a string");

    [Fact]
    public void More_errors_than_a_person_reads_are_cut_off()
    {
        IReadOnlyList<string> errors = Scripts.Errors("dialog d do\n" + string.Concat(Enumerable.Repeat("say )\n", 300)) + "end");
        errors.Should().HaveCount(201);
        errors[^1].Should().Be("202:5 BS0011 there are more than 200 errors in this file; correct the first ones and check again");
    }

    [Fact]
    public void What_can_be_read_of_a_broken_head_is_kept()
    {
        Script script = Scripts.Parse("dialog foo, trigger \"x\" do\nsay 1\nend\nfunction f(x) do\nend\n@c )\n@d 1").Script;
        script.Items.Should().HaveCount(4);
        script.Items[0].Should().BeOfType<DialogItem>().Which.Declaration.Name!.Text.Should().Be("foo");
        script.Items[1].Should().BeOfType<FunctionItem>().Which.Name.Text.Should().Be("f");
        script.Items[2].Should().BeOfType<ConstantItem>().Which.Value.Should().BeOfType<ErrorExpression>();
    }
}
