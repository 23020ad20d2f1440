namespace Bubblescript.Tests.Syntax;

public sealed class StatementGrammarTests
{
    [Theory]
    [InlineData("say \"a\"", "(Command say [(Argument - \"a\")])")]
    [InlineData("say \"a\", class: \"b\"", "(Command say [(Argument - \"a\") (Argument class \"b\")])")]
    [InlineData("say(\"a\", class: \"b\")", "(Command say [(Argument - \"a\") (Argument class \"b\")])")]
    [InlineData("say (\"a\")", "(Command say [(Argument - \"a\")])")]
    [InlineData("say (1 + 2) * 3", "(Command say [(Argument - (Binary Multiply (Binary Add 1 2) 3))])")]
    [InlineData("say ((1))", "(Command say [(Argument - 1)])")]
    [InlineData("stop", "(Command stop [])")]
    [InlineData("return", "(Command return [])")]
    [InlineData("return nil", "(Command return [(Argument - (Nil))])")]
    [InlineData("show image \"u\", class: \"c\"", "(Command show [(Argument - (Call - image [(Argument - \"u\") (Argument class \"c\")] False))])")]
    [InlineData("show image(\"u\"), class: \"c\"", "(Command show [(Argument - (Call - image [(Argument - \"u\")] True)) (Argument class \"c\")])")]
    [InlineData("invoke main", "(Command invoke [(Argument - $main)])")]
    [InlineData("invoke main, :reset", "(Command invoke [(Argument - $main) (Argument - (Atom \"reset\"))])")]
    [InlineData("invoke __main__", "(Command invoke [(Argument - $__main__)])")]
    [InlineData("invoke length", "(Command invoke [(Argument - $length)])")]
    [InlineData("invoke test", "(Command invoke [(Argument - $test)])")]
    [InlineData("goto say", "(Command goto [(Argument - $say)])")]
    [InlineData("perform calc, [a: 1]", "(Command perform [(Argument - $calc) (Argument - (List [(Argument a 1)]))])")]
    [InlineData("perform calc, a: 1", "(Command perform [(Argument - $calc) (Argument a 1)])")]
    [InlineData("mock LLM.complete, \"x\"", "(Command mock [(Argument - (Call LLM complete [] False)) (Argument - \"x\")])")]
    [InlineData("mock http_get, [a: 1]", "(Command mock [(Argument - $http_get) (Argument - (List [(Argument a 1)]))])")]
    [InlineData("unmock http_get", "(Command unmock [(Argument - $http_get)])")]
    [InlineData("remember user.name", "(Command remember [(Argument - (Field $user name))])")]
    [InlineData("unset list[1]", "(Command unset [(Argument - (Index $list 1))])")]
    [InlineData("unset room[addr: x]", "(Command unset [(Argument - (Query $room [(Argument addr $x)]))])")]
    [InlineData(
        "emit \"x\", a: 1, in: \"5m\", to: :master",
        "(Command emit [(Argument - \"x\") (Argument a 1) (Argument in \"5m\") (Argument to (Atom \"master\"))])")]
    [InlineData("emit \"x\", stop: 1, end: 2, do_it: 3", "(Command emit [(Argument - \"x\") (Argument stop 1) (Argument end 2) (Argument do_it 3)])")]
    [InlineData("prompt [\"a\", \"b\"]", "(Command prompt [(Argument - (List [(Argument - \"a\") (Argument - \"b\")]))])")]
    [InlineData("prompt dialog: x", "(Command prompt [(Argument dialog $x)])")]
    [InlineData("return_bot dialog: end_it, with: %{a: 1}", "(Command return_bot [(Argument dialog $end_it) (Argument with (Map [(MapEntry a - 1)]))])")]
    [InlineData("ask \"x\", timeout: 5, timeout_dialog: test", "(Command ask [(Argument - \"x\") (Argument timeout 5) (Argument timeout_dialog $test)])")]
    [InlineData("switch_bot \"b\", dialog: once", "(Command switch_bot [(Argument - \"b\") (Argument dialog $once)])")]
    [InlineData("await event(\"x\")", "(Command await [(Argument - (Call - event [(Argument - \"x\")] True))])")]
    [InlineData("await event \"x\"", "(Command await [(Argument - (Call - event [(Argument - \"x\")] False))])")]
    [InlineData("say -1", "(Command say [(Argument - (Unary Negate 1))])")]
    [InlineData("say [1]", "(Command say [(Argument - (List [(Argument - 1)]))])")]
    [InlineData("say \"a\"; say \"b\"", "(Command say [(Argument - \"a\")]); (Command say [(Argument - \"b\")])")]
    [InlineData("say \"a\",\n  class: \"b\"", "(Command say [(Argument - \"a\") (Argument class \"b\")])")]
    [InlineData("say location", "(Command say [(Argument - $location)])")]
    [InlineData("type 3", "(Command type [(Argument - 3)])")]
    [InlineData("log x", "(Command log [(Argument - $x)])")]
    [InlineData("reply", "(Command reply [])")]
    [InlineData("ask \"a\",\n\n  # comment\n  timeout: 1", "(Command ask [(Argument - \"a\") (Argument timeout 1)])")]
    public void Statement_words_take_arguments_with_or_without_parentheses(string text, string tree) => Scripts.Statements(text).Should().Be(tree);

    [Theory]
    [InlineData("type = 3", "(Assign $type 3 -)")]
    [InlineData("say.x = 1", "(Assign (Field $say x) 1 -)")]
    [InlineData("say[0] = 1", "(Assign (Index $say 0) 1 -)")]
    [InlineData("query = 1", "(Assign $query 1 -)")]
    [InlineData("type.x", "( (Field $type x))")]
    [InlineData("dialog.stack", "( (Field $dialog stack))")]
    [InlineData("dialog = 1", "(Assign $dialog 1 -)")]
    [InlineData("x = event", "(Assign $x $event -)")]
    [InlineData("x = say", "(Assign $x $say -)")]
    [InlineData("x = type + 1", "(Assign $x (Binary Add $type 1) -)")]
    [InlineData("x = query", "(Assign $x $query -)")]
    [InlineData("mail = 1", "(Assign $mail 1 -)")]
    [InlineData("buttons = 2", "(Assign $buttons 2 -)")]
    [InlineData("x = mail", "(Assign $x $mail -)")]
    [InlineData("fail = 1", "(Assign $fail 1 -)")]
    [InlineData("random([1])", "( (Call - random [(Argument - (List [(Argument - 1)]))] True))")]
    [InlineData("random [1]", "( (Call - random [(Argument - (List [(Argument - 1)]))] False))")]
    public void Statement_words_are_names_before_a_dot_an_index_or_an_assignment(string text, string tree) => Scripts.Statements(text).Should().Be(tree);

    [Theory]
    [InlineData("x = 1", "(Assign $x 1 -)")]
    [InlineData("_x = y", "(Assign $_x $y -)")]
    [InlineData("a.b.c = 1", "(Assign (Field (Field $a b) c) 1 -)")]
    [InlineData("a.\"b c\" = 1", "(Assign (Field $a b c) 1 -)")]
    [InlineData("a[0] = 1", "(Assign (Index $a 0) 1 -)")]
    [InlineData("a[\"x\"].b = 1", "(Assign (Field (Index $a \"x\") b) 1 -)")]
    [InlineData("a[k: 1].n = 2", "(Assign (Field (Query $a [(Argument k 1)]) n) 2 -)")]
    [InlineData("x =\n  1", "(Assign $x 1 -)")]
    [InlineData("x = ask \"a\", timeout: 1", "(Assign $x - (Command ask [(Argument - \"a\") (Argument timeout 1)]))")]
    [InlineData("x = ask(\"a\", timeout: 1)", "(Assign $x - (Command ask [(Argument - \"a\") (Argument timeout 1)]))")]
    [InlineData("x = perform calc", "(Assign $x - (Command perform [(Argument - $calc)]))")]
    [InlineData(
        "x = query :master, \"q\", [n: 1]",
        "(Assign $x - (Command query [(Argument - (Atom \"master\")) (Argument - \"q\") (Argument - (List [(Argument n 1)]))]))")]
    [InlineData("x = mail \"a\", \"b\"", "(Assign $x (Call - mail [(Argument - \"a\") (Argument - \"b\")] False) -)")]
    [InlineData("x = template(\"card\", a: 1)", "(Assign $x (Call - template [(Argument - \"card\") (Argument a 1)] True) -)")]
    [InlineData("x = prompt [\"a\"]", "(Assign $x - (Command prompt [(Argument - (List [(Argument - \"a\")]))]))")]
    [InlineData("@x = 1", "(Assign (Constant \"x\") 1 -)")]
    [InlineData("x = (ask \"a\")", "(Assign $x (Call - ask [(Argument - \"a\")] False) -)")]
    public void Paths_are_assigned_values_and_results_of_commands(string text, string tree) => Scripts.Statements(text).Should().Be(tree);

    [Theory]
    [InlineData("if x do say \"a\" end", "(If False $x (Block [(Command say [(Argument - \"a\")])]) -)")]
    [InlineData(
        "if x do\nsay \"a\"\nelse\nsay \"b\"\nend",
        "(If False $x (Block [(Command say [(Argument - \"a\")])]) (Block [(Command say [(Argument - \"b\")])]))")]
    [InlineData("unless x do\nend", "(If True $x (Block []) -)")]
    [InlineData("if x do\nelse\nend", "(If False $x (Block []) (Block []))")]
    [InlineData("if x, do: say \"a\"", "(If False $x (Block [(Command say [(Argument - \"a\")])]) -)")]
    [InlineData(
        "if x, do: say(\"a\", k: 1), else: stop",
        "(If False $x (Block [(Command say [(Argument - \"a\") (Argument k 1)])]) (Block [(Command stop [])]))")]
    [InlineData("if x, do: y = 1, else: y = 2", "(If False $x (Block [(Assign $y 1 -)]) (Block [(Assign $y 2 -)]))")]
    [InlineData("if x,\n  do: stop,\n  else: halt", "(If False $x (Block [(Command stop [])]) (Block [(Command halt [])]))")]
    [InlineData(
        "if a, do: if b, do: stop, else: halt",
        "(If False $a (Block [(If False $b (Block [(Command stop [])]) (Block [(Command halt [])]))]) -)")]
    [InlineData("unless x, do: return, else: stop", "(If True $x (Block [(Command return [])]) (Block [(Command stop [])]))")]
    [InlineData("if x, do: repeat 3 do\nstop\nend", "(If False $x (Block [(Repeat - 3 (Block [(Command stop [])]))]) -)")]
    [InlineData("if f a, b do\nend", "(If False (Call - f [(Argument - $a) (Argument - $b)] False) (Block []) -)")]
    public void Conditions_have_a_block_and_a_short_form(string text, string tree) => Scripts.Statements(text).Should().Be(tree);

    [Theory]
    [InlineData("branch do\nx == 1 -> stop\nend", "(Branch - [(BranchCase (Binary Equal $x 1) (Block [(Command stop [])]))] -)")]
    [InlineData(
        "branch x do\n1 -> stop\n2 ->\nhalt\nclose\n3 -> stop; halt\nelse\nreset\nend",
        "(Branch $x [(BranchCase 1 (Block [(Command stop [])])) (BranchCase 2 (Block [(Command halt []) (Command close [])])) (BranchCase 3 (Block [(Command stop []) (Command halt [])]))] (Block [(Command reset [])]))")]
    [InlineData("branch x do\n\"a\" ->\n\"b\" -> stop\nend", "(Branch $x [(BranchCase \"a\" (Block [])) (BranchCase \"b\" (Block [(Command stop [])]))] -)")]
    [InlineData("branch do end", "(Branch - [] -)")]
    [InlineData(
        "branch x do 1 -> stop; 2 -> halt end",
        "(Branch $x [(BranchCase 1 (Block [(Command stop [])])) (BranchCase 2 (Block [(Command halt [])]))] -)")]
    [InlineData(
        "branch x do\n1 -> if y do\nstop\nend\nsay \"z\"\n2 -> branch z do\n3 -> stop\nend\nend",
        "(Branch $x [(BranchCase 1 (Block [(If False $y (Block [(Command stop [])]) -) (Command say [(Argument - \"z\")])])) (BranchCase 2 (Block [(Branch $z [(BranchCase 3 (Block [(Command stop [])]))] -)]))] -)")]
    [InlineData(
        "branch x do\n@a -> say \"1\"\n[1, 2] -> x = %{a: 1}\ntype -> stop\nlength \"a\" -> stop\nend",
        "(Branch $x [(BranchCase (Constant \"a\") (Block [(Command say [(Argument - \"1\")])])) (BranchCase (List [(Argument - 1) (Argument - 2)]) (Block [(Assign $x (Map [(MapEntry a - 1)]) -)])) (BranchCase $type (Block [(Command stop [])])) (BranchCase (Call - length [(Argument - \"a\")] False) (Block [(Command stop [])]))] -)")]
    public void Cases_end_before_the_next_case_or_else(string text, string tree) => Scripts.Statements(text).Should().Be(tree);

    [Theory]
    [InlineData("repeat do\nend", "(Repeat - - (Block []))")]
    [InlineData("repeat 3 do\nbreak\nend", "(Repeat - 3 (Block [(Command break [])]))")]
    [InlineData("repeat x in list do\nend", "(Repeat x $list (Block []))")]
    [InlineData("repeat x in 1..3, do: say x", "(Repeat x (Binary Range 1 3) (Block [(Command say [(Argument - $x)])]))")]
    [InlineData("repeat (x in y) do\nend", "(Repeat - (Binary In $x $y) (Block []))")]
    [InlineData("repeat n do end", "(Repeat - $n (Block []))")]
    [InlineData("repeat length x do end", "(Repeat - (Call - length [(Argument - $x)] False) (Block []))")]
    [InlineData("repeat type in x do end", "(Repeat type $x (Block []))")]
    public void Repeat_has_three_forms(string text, string tree) => Scripts.Statements(text).Should().Be(tree);

    [Theory]
    [InlineData("random do\nsay \"a\"\nsay \"b\"\nend", "(Random (Block [(Command say [(Argument - \"a\")]) (Command say [(Argument - \"b\")])]))")]
    [InlineData("once do\nsay \"a\"\nafter\nsay \"b\"\nend", "(Once (Block [(Command say [(Argument - \"a\")])]) (Block [(Command say [(Argument - \"b\")])]))")]
    [InlineData("once do\nend", "(Once (Block []) -)")]
    [InlineData("once do say \"a\" after say \"b\" end", "(Once (Block [(Command say [(Argument - \"a\")])]) (Block [(Command say [(Argument - \"b\")])]))")]
    public void Random_and_once_hold_statements(string text, string tree) => Scripts.Statements(text).Should().Be(tree);

    [Theory]
    [InlineData(
        "buttons \"x\" do\n\"A\" -> open \"u\"\n\"B\" -> event \"e\", [a: 1]\nend",
        "(Buttons [(Argument - \"x\")] [(BranchCase \"A\" (Block [( (Call - open [(Argument - \"u\")] False))])) (BranchCase \"B\" (Block [( (Call - event [(Argument - \"e\") (Argument - (List [(Argument a 1)]))] False))]))])")]
    [InlineData("buttons \"x\", class: \"c\" do\nend", "(Buttons [(Argument - \"x\") (Argument class \"c\")] [])")]
    [InlineData("buttons do end", "(Buttons [] [])")]
    public void Buttons_have_titles_and_actions(string text, string tree) => Scripts.Statements(text).Should().Be(tree);

    [Theory]
    [InlineData("dialog x do\nend", "(Dialog (DialogDeclaration x [] - (Block [])))")]
    [InlineData("dialog trigger: \"a\" when b do\nstop\nend", "(Dialog (DialogDeclaration - [(Argument trigger \"a\")] $b (Block [(Command stop [])])))")]
    [InlineData("dialog label: \"L\", do: continue", "(Dialog (DialogDeclaration - [(Argument label \"L\")] - (Block [(Command continue [])])))")]
    [InlineData(
        "say \"a\"\ndialog do_it, event: \"e\" do\nend\nsay \"b\"",
        "(Command say [(Argument - \"a\")]); (Dialog (DialogDeclaration do_it [(Argument event \"e\")] - (Block []))); (Command say [(Argument - \"b\")])")]
    public void Dialogs_stand_among_statements(string text, string tree) => Scripts.Statements(text).Should().Be(tree);

    [Theory]
    [InlineData("x = 1;;; y = 2\n\n\nz = 3;", "(Assign $x 1 -); (Assign $y 2 -); (Assign $z 3 -)")]
    [InlineData(
        "x = [1,\n2]\ny = f(\n)\nz = %{\na: 1\n}",
        "(Assign $x (List [(Argument - 1) (Argument - 2)]) -); (Assign $y (Call - f [] True) -); (Assign $z (Map [(MapEntry a - 1)]) -)")]
    [InlineData("# only\nx = 1 # c\n# end", "(Assign $x 1 -)")]
    [InlineData("x = 1\r\ny = 2\r\n", "(Assign $x 1 -); (Assign $y 2 -)")]
    [InlineData("say \"a\"\r\n", "(Command say [(Argument - \"a\")])")]
    public void Line_breaks_and_semicolons_separate_statements(string text, string tree) => Scripts.Statements(text).Should().Be(tree);
}
