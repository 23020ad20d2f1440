using Bubblescript.Binding;
using Bubblescript.Evaluation;
using Bubblescript.Values;

namespace Bubblescript.Tests.Binding;

public sealed class DataFileTests
{
    private const string Main = "dialog main do\nend";

    [Theory]
    [InlineData("menu.yml", "menu")]
    [InlineData("data/menu-nl.yaml", "data_menu_nl")]
    [InlineData("a/b c/d.e.json", "a_b_c_d_e")]
    [InlineData("2024.csv", "_2024")]
    [InlineData("Menu.json", "menu")]
    public void Files_become_constants_named_by_their_path(string path, string constant) => Load((path, "[]")).Constants.Should().ContainKey(constant);

    [Fact]
    public void Yaml_keeps_its_structure_and_types() =>
        Load(("d.yml", "a: 1\nb: 1.5\nc: true\nd: ~\ne: 'yes'\nf: \"2\"\ng: [x, 0x10, -3]\nh:\n  i: 2024-05-01\n")).ConstantValue("d").Should().Be(Value.MapOf(
            ("a", 1),
            ("b", 1.5),
            ("c", true),
            ("d", default),
            ("e", "yes"),
            ("f", "2"),
            ("g", Value.ListOf("x", 16, -3)),
            ("h", Value.MapOf(("i", "2024-05-01")))));

    [Fact]
    public void Yaml_numbers_are_those_of_its_core_schema() =>
        Load(("d.yml", "[0o17, 0x1F, 017, +5, -0, 1e3, .5, 12345678901234567890, 0o8, 0x, 1_000, 0b1, .inf, '5', !!str 5]")).ConstantValue("d").Should().Be(Value.ListOf(
            15, 31, 17, 5, 0, 1000.0, 0.5, 12345678901234567890.0, "0o8", "0x", "1_000", "0b1", ".inf", "5", "5"));

    [Fact]
    public void Yaml_aliases_and_merge_keys_are_written_out() =>
        Load(("d.yml", "base: &b\n  x: 1\n  y: 2\nother:\n  <<: *b\n  y: 3\nlist: [*b]\n")).ConstantValue("d").Should().Be(Value.MapOf(
            ("base", Value.MapOf(("x", 1), ("y", 2))),
            ("other", Value.MapOf(("x", 1), ("y", 3))),
            ("list", Value.ListOf(Value.MapOf(("x", 1), ("y", 2))))));

    [Fact]
    public void Json_keeps_its_structure_and_types() =>
        Load(("d.json", "{\"a\": 1, \"b\": 1.0, \"c\": [true, null, \"x\"], \"big\": 12345678901234567890}")).ConstantValue("d").Should().Be(Value.MapOf(
            ("a", 1), ("b", 1.0), ("c", Value.ListOf(true, default, "x")), ("big", 12345678901234567890d)));

    [Fact]
    public void Csv_becomes_a_list_of_maps_of_texts() =>
        Load(("d.csv", "\uFEFFname, role\r\nIda,baker\n\n\"Tom \"\"T\"\"\",\"a,\nb\"\nEve\n")).ConstantValue("d").Should().Be(Value.ListOf(
            Value.MapOf(("name", "Ida"), ("role", "baker")),
            Value.MapOf(("name", "Tom \"T\""), ("role", "a,\nb")),
            Value.MapOf(("name", "Eve"))));

    [Fact]
    public void Large_tables_are_read_at_their_first_use()
    {
        string table = "id,name\n" + string.Concat(Enumerable.Range(0, 100_000).Select(static i => FormattableString.Invariant($"{i},name {i}\n")));
        Bot bot = Load(("big.csv", table));
        ConstantCell cell = bot.Constants["big"];

        cell.IsLoaded.Should().BeFalse();
        cell.Value.AsList()!.Count.Should().Be(100_000);
        cell.IsLoaded.Should().BeTrue();
        cell.Value.AsList()![99_999].Should().Be(Value.MapOf(("id", "99999"), ("name", "name 99999")));
    }

    [Theory]
    [InlineData("d.json", "{\"a\": [1,\n 2,, 3]}", "d.json error 2:4 BS0210 the file is no valid JSON")]
    [InlineData("d.json", "", "d.json error 1:1 BS0210 the file is no valid JSON")]
    [InlineData("d.json", "1 2", "d.json error 1:3 BS0210 the file is no valid JSON")]
    [InlineData("d.json", "{\"é\": x}", "d.json error 1:7 BS0210 the file is no valid JSON")]
    [InlineData("d.yml", "a: 1\na: 2", "d.yml error 2:1 BS0210 the key 'a' stands twice in one map")]
    [InlineData("d.yml", "a: *b", "d.yml error 1:4 BS0210 the anchor 'b' is not defined before its use")]
    [InlineData("d.yml", "a: 1\n---\nb: 2", "d.yml error 2:1 BS0210 the file holds more than one document")]
    [InlineData("d.yml", "? [a]\n: 1", "d.yml error 1:3 BS0210 the key of an entry must be a text")]
    [InlineData("d.yml", "a: [1, 2\nb: 3", "d.yml error 1:5 BS0210 the file is no valid YAML behind this place")]
    [InlineData("d.yml", "a:\n  - x\n - y", "d.yml error 3:2 BS0210 the file is no valid YAML: while parsing a block mapping, did not find expected key")]
    [InlineData("d.yml", "a: 'x", "d.yml error 1:4 BS0210 the file is no valid YAML: while scanning a quoted scalar, found unexpected end of stream")]
    [InlineData("d.yml", "a: 1\n\tb: 2", "d.yml error 1:4 BS0210 the file is no valid YAML: while scanning a plain scalar, found a tab character that violate indentation")]
    [InlineData("d.csv", "a,b\n1,2,3", "d.csv error 2:1 BS0210 the row has 3 cells, but there are 2 columns")]
    [InlineData("d.csv", "a,a\n1,2", "d.csv error 1:1 BS0210 the column 'a' stands twice in the first row")]
    [InlineData("d.csv", "a,\n1,2", "d.csv error 1:1 BS0210 column 2 has no name in the first row")]
    [InlineData("d.csv", "a,b\n1,\"2\n3,4", "d.csv error 2:3 BS0210 the quote is not closed")]
    [InlineData("d.csv", "a,b\n1,\"2\"x\n3,4", "d.csv error 2:6 BS0210 a comma or the end of the line must follow the closing quote")]
    public void Files_that_cannot_be_read_are_errors_with_their_place(string path, string text, string expected) => Errors((path, text)).Should().Equal(expected);

    [Fact]
    public void Aliases_that_multiply_are_refused()
    {
        string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 9).Select(static i =>
            FormattableString.Invariant($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat(FormattableString.Invariant($"*a{i - 1}"), 10))}]\n")));

        Errors(("bomb.yml", bomb)).Should().ContainSingle().Which.Should().Contain("BS0210 the data has more than 4000000 values when its aliases are written out");
    }

    [Theory]
    [InlineData("d.yml")]
    [InlineData("d.json")]
    public void Deep_nesting_is_refused(string path) =>
        Errors((path, new string('[', 5000) + new string(']', 5000))).Should().ContainSingle().Which.Should().Contain("BS0210");

    [Fact]
    public void Names_that_clash_are_errors() =>
        DiagnosticText.OfFiles(("main.bubble", "@menu 1\ndialog main do\n  say @menu\nend"), ("menu.yml", "a: 1"), ("menu.json", "{}")).Should().Equal(
            "error 1:1 BS0201 duplicate constant '@menu': the data file menu.yml already makes it; rename one of them",
            "menu.json error 1:1 BS0201 duplicate constant '@menu': the data file menu.yml already makes it; rename one of the files");

    [Fact]
    public void Intent_files_make_a_constant_of_each_intent_and_a_list_of_all()
    {
        Bot bot = Load(
            ("nlu/intents.yml", "intents:\n  - id: yes\n    label: Yes\n    match: yes | sure\n  - id: no\n    match: [no, nope]\n"),
            ("more.json", "{\"intents\": [{\"id\": \"no\", \"priority\": 2, \"match\": \"never\"}, {\"id\": \"yes\", \"match\": \"y\"}]}"));

        bot.ConstantValue("intents").AsList()!.Select(static intent => (intent.AsRecord()!["id"].AsString(), intent.AsRecord()!["match"])).Should().Equal(
            ("yes", "yes | sure"),
            ("no", "never"));
        bot.ConstantValue("no").AsRecord()!.RecordKind.Should().Be(RecordKind.Intent);
        bot.Constants.Keys.Should().BeEquivalentTo("yes", "no", "intents");
    }

    [Fact]
    public void Patterns_of_intent_files_are_checked() =>
        Errors(("i.yml", "intents:\n  - id: a\n    match: 'hello ('\n  - id: b\n    match:\n      - fine\n      - 'x)'\n  - id: c\n")).Should().Equal(
            "i.yml error 3:12 BS0207 invalid BML at its column 8: a pattern is missing here",
            "i.yml error 7:9 BS0207 invalid BML at its column 2: this ')' has no '('",
            "i.yml error 8:5 BS0210 an intent needs 'match': a BML text or a list of them");

    [Fact]
    public void Prompt_files_make_one_map_of_prompts()
    {
        Bot bot = Load(("a.yml", "prompts:\n  - {id: sum, text: 'Sum up', model: m}\n"), ("b.yml", "prompts:\n  - {id: tell, text: Tell}\n"));

        bot.ConstantValue("prompts").Should().Be(Value.MapOf(
            ("sum", Value.MapOf(("id", "sum"), ("text", "Sum up"), ("model", "m"))),
            ("tell", Value.MapOf(("id", "tell"), ("text", "Tell")))));
    }

    [Fact]
    public void Schema_files_are_merged_and_duplicates_are_errors()
    {
        Load(("schemas.yml", "order: {type: object}"), ("data/more_schemas.yml", "item: {type: string}")).ConstantValue("schemas").Should().Be(Value.MapOf(
            ("order", Value.MapOf(("type", "object"))),
            ("item", Value.MapOf(("type", "string")))));
        Errors(("a_schemas.yml", "order: {type: object}"), ("b_schemas.yml", "x: {}\norder: {}\nbad: 3")).Should().Equal(
            "b_schemas.yml error 2:1 BS0210 duplicate schema 'order': it is already defined at a_schemas.yml:1; rename one of them",
            "b_schemas.yml error 3:6 BS0210 the schema 'bad' must be a map, not integer (3)");
        Errors(("a_schemas.json", "{\n  \"x\": {},\n  \"order\": {}\n}"), ("b_schemas.yml", "order:\n  type: object\nx:\n  type: object\n")).Should().Equal(
            "b_schemas.yml error 1:1 BS0210 duplicate schema 'order': it is already defined at a_schemas.json:3; rename one of them",
            "b_schemas.yml error 3:1 BS0210 duplicate schema 'x': it is already defined at a_schemas.json:2; rename one of them");
    }

    [Fact]
    public void The_file_bot_yml_describes_the_bot()
    {
        Bot bot = Load(("bot.yml", "title: Coffee\nlocale: nl\nextra_locales: [en]\ncolour: brown"));

        bot.Info.Should().Equal(MapValue.From(
            ("id", "main"),
            ("title", "Coffee"),
            ("purpose", default),
            ("privacy_url", default),
            ("profile_picture", default),
            ("locale", "nl"),
            ("extra_locales", Value.ListOf("en")),
            ("colour", "brown")));
        bot.Locale.Should().Be("nl");
        Load(("x.yml", "a: 1")).Info["locale"].Should().Be((Value)"en");
    }

    private static Bot Load(params (string Path, string Text)[] files) =>
        Bot.Build(new BotSources("main", [new BotFile("main.bubble", Main), .. files.Select(static file => new BotFile(file.Path, file.Text))]));

    private static IEnumerable<string> Errors(params (string Path, string Text)[] files) =>
        DiagnosticText.OfFiles([("main.bubble", Main), .. files]);
}
