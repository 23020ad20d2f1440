namespace Bubblescript.Tests.Syntax;

public sealed class DeclarationGrammarTests
{
    [Theory]
    [InlineData("@x 1", "(ConstantItem x 1)")]
    [InlineData("@x [1,\n2]", "(ConstantItem x (List [(Argument - 1) (Argument - 2)]))")]
    [InlineData("@x \"a\"\n@y @x + \"b\"\n", "(ConstantItem x \"a\"); (ConstantItem y (Binary Add (Constant \"x\") \"b\"))")]
    [InlineData("@x\t1", "(ConstantItem x 1)")]
    [InlineData("\ufeff@x 1", "(ConstantItem x 1)")]
    [InlineData("@x -1", "(ConstantItem x (Unary Negate 1))")]
    [InlineData("@x length [1]", "(ConstantItem x (Call - length [(Argument - (List [(Argument - 1)]))] False))")]
    [InlineData("@a 1; @b 2", "(ConstantItem a 1); (ConstantItem b 2)")]
    public void Constants_have_a_value(string text, string tree) => Scripts.Items(text).Should().Be(tree);

    [Theory]
    [InlineData("dialog main do\nend", "(DialogItem (DialogDeclaration main [] - (Block [])))")]
    [InlineData("dialog main, do: invoke hello", "(DialogItem (DialogDeclaration main [] - (Block [(Command invoke [(Argument - $hello)])])))")]
    [InlineData("dialog main when x do\nend", "(DialogItem (DialogDeclaration main [] $x (Block [])))")]
    [InlineData("dialog main, trigger: \"x\" when y do\nend", "(DialogItem (DialogDeclaration main [(Argument trigger \"x\")] $y (Block [])))")]
    [InlineData("dialog main trigger: \"x\" do\nend", "(DialogItem (DialogDeclaration main [(Argument trigger \"x\")] - (Block [])))")]
    [InlineData("dialog trigger: @a, do: stop", "(DialogItem (DialogDeclaration - [(Argument trigger (Constant \"a\"))] - (Block [(Command stop [])])))")]
    [InlineData("dialog when x do\nend", "(DialogItem (DialogDeclaration - [] $x (Block [])))")]
    [InlineData("dialog do\nend", "(DialogItem (DialogDeclaration - [] - (Block [])))")]
    [InlineData(
        "dialog main,\n  trigger: [\"a\", \"b\"],\n  when_: 1\n  when x\n  and y do\nend",
        "(DialogItem (DialogDeclaration main [(Argument trigger (List [(Argument - \"a\") (Argument - \"b\")])) (Argument when_ 1)] (Binary And $x $y) (Block [])))")]
    [InlineData(
        "dialog location: [lat: 1.5, lon: 2.5], radius: 3 do\nend",
        "(DialogItem (DialogDeclaration - [(Argument location (List [(Argument lat (Float 1.5)) (Argument lon (Float 2.5))])) (Argument radius 3)] - (Block [])))")]
    [InlineData("dialog say do\nend", "(DialogItem (DialogDeclaration say [] - (Block [])))")]
    [InlineData("dialog test do\nend", "(DialogItem (DialogDeclaration test [] - (Block [])))")]
    [InlineData("dialog random do\nend", "(DialogItem (DialogDeclaration random [] - (Block [])))")]
    [InlineData(
        "dialog event: \"e\", no_context: true do\nend",
        "(DialogItem (DialogDeclaration - [(Argument event \"e\") (Argument no_context (Boolean True))] - (Block [])))")]
    [InlineData("dialog a when x, do: stop", "(DialogItem (DialogDeclaration a [] $x (Block [(Command stop [])])))")]
    public void Dialog_heads_have_a_name_options_and_a_guard(string text, string tree) => Scripts.Items(text).Should().Be(tree);

    [Theory]
    [InlineData("task a do\nend", "(TaskItem a [] - (Block []))")]
    [InlineData("task event: \"x\" do\nend", "(TaskItem - [(Argument event \"x\")] - (Block []))")]
    [InlineData("task before: main when x do\nend", "(TaskItem - [(Argument before $main)] $x (Block []))")]
    [InlineData("task before: test do\nend", "(TaskItem - [(Argument before $test)] - (Block []))")]
    [InlineData("task __init__, do: stop", "(TaskItem __init__ [] - (Block [(Command stop [])]))")]
    [InlineData(
        "declare task a, description: \"x\", in: %{a: 1}, out: nil",
        "(DeclareTaskItem a [(Argument description \"x\") (Argument in (Map [(MapEntry a - 1)])) (Argument out (Nil))])")]
    [InlineData("declare task a,\n  in: 1", "(DeclareTaskItem a [(Argument in 1)])")]
    public void Tasks_have_a_name_or_options(string text, string tree) => Scripts.Items(text).Should().Be(tree);

    [Theory]
    [InlineData("function f() do\nend", "(FunctionItem f [] - (Block []))")]
    [InlineData("function f(_a) do\nreturn _a\nend", "(FunctionItem f [(Parameter _a -)] - (Block [(Command return [(Argument - $_a)])]))")]
    [InlineData(
        "function f(_a, _b :: @s) :: %{type: \"string\"} do\nend",
        "(FunctionItem f [(Parameter _a -) (Parameter _b (Constant \"s\"))] (Map [(MapEntry type - \"string\")]) (Block []))")]
    [InlineData("function f(\n  _a,\n) do\nend", "(FunctionItem f [(Parameter _a -)] - (Block []))")]
    [InlineData("function f(_a), do: return _a", "(FunctionItem f [(Parameter _a -)] - (Block [(Command return [(Argument - $_a)])]))")]
    [InlineData(
        "function f() do\nend\ndialog d do\nsay f [1]\nsay f -1\nend",
        "(FunctionItem f [] - (Block [])); (DialogItem (DialogDeclaration d [] - (Block [(Command say [(Argument - (Call - f [(Argument - (List [(Argument - 1)]))] False))]) (Command say [(Argument - (Call - f [(Argument - (Unary Negate 1))] False))])])))")]
    public void Functions_have_parameters_and_schemas(string text, string tree) => Scripts.Items(text).Should().Be(tree);

    [Theory]
    [InlineData(
        "test \"a\" do\nexpect \"b\"\nassert x == 1\nmock f, 1\nunmock f\nfail \"x\"\nend",
        "(TestItem \"a\" (Block [(Command expect [(Argument - \"b\")]) (Command assert [(Argument - (Binary Equal $x 1))]) (Command mock [(Argument - $f) (Argument - 1)]) (Command unmock [(Argument - $f)]) (Command fail [(Argument - \"x\")])]))")]
    [InlineData(
        "test \"a b\" do\nsay \"x\"\nemit \"e\", [a: 1]\nend",
        "(TestItem \"a b\" (Block [(Command say [(Argument - \"x\")]) (Command emit [(Argument - \"e\") (Argument - (List [(Argument a 1)]))])]))")]
    [InlineData(
        "function expect(_x) do\nend\ntest \"t\" do\nx = expect \"a\"\nend",
        "(FunctionItem expect [(Parameter _x -)] - (Block [])); (TestItem \"t\" (Block [(Assign $x (Call - expect [(Argument - \"a\")] False) -)]))")]
    public void Tests_have_a_name_in_quotes(string text, string tree) => Scripts.Items(text).Should().Be(tree);
}
