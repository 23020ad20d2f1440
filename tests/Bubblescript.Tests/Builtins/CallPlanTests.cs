using System.Collections.Immutable;
using Bubblescript.Builtins;
using Bubblescript.Values;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Builtins;

public sealed class CallPlanTests
{
    [Theory]
    [InlineData("first()", "first takes 1 argument (list), got 0")]
    [InlineData("first([1], 2)", "first takes 1 argument (list), got 2")]
    [InlineData("pad(\"a\")", "pad takes 2 to 4 arguments (text, n, fill, side), got 1")]
    [InlineData("merge([a: 1])", "merge takes 2 or more arguments (map, other), got 1")]
    [InlineData("date_now(1, 2)", "date_now takes 0 to 1 arguments (timezone), got 2")]
    [InlineData("uuid(1)", "uuid takes no arguments, got 1")]
    [InlineData("sort([1], dir: :desc)", "sort has no option 'dir'; it has direction, field")]
    [InlineData("upcase(\"a\", foo: 1)", "upcase has no option 'foo'")]
    [InlineData("pad(\"7\", 2, \"0\", fill: \"x\")", "pad: option 'fill' is given twice")]
    [InlineData("image(\"u\", klass: \"a\")", "image has no option 'klass'; it has caption, class, alt, preview_image, quick_replies, size")]
    public void Wrong_calls_are_explained(string call, string message) => Error(ExpressionReader.Evaluate(call)).Should().Be(message);

    [Fact]
    public void Problems_say_which_argument_is_meant()
    {
        BuiltinLibrary.Default.TryGet("sort", out BuiltinFunction? sort).Should().BeTrue();
        CallPlan.Create(sort!, 1, ["field", "dir"], out ImmutableArray<CallProblem> problems).Should().BeNull();
        problems.Should().ContainSingle().Which.Should().Be(new CallProblem("sort has no option 'dir'; it has direction, field", 2, "dir"));
        CallPlan.Create(sort!, 5, [], out problems).Should().BeNull();
        problems.Should().ContainSingle().Which.Argument.Should().Be(3);
        CallPlan.Create(sort!, 0, [], out problems).Should().BeNull();
        problems.Should().ContainSingle().Which.Argument.Should().Be(-1);
    }

    [Theory]
    [InlineData("pad(\"7\", 3, side: :right)", "\"7  \"")]
    [InlineData("pad(\"7\", 3, \"0\", :right)", "\"700\"")]
    [InlineData("pad(\"7\", n: 3)", "\"  7\"")]
    [InlineData("sort([1, 3, 2], :desc)", "[3, 2, 1]")]
    [InlineData("sort([[a: 2], [a: 1]], field: \"a\")", "[[a: 1], [a: 2]]")]
    [InlineData("get([a: 1], \"b\", default: 7)", "7")]
    [InlineData("merge([a: 1], b: 2, c: 3)", "%{a: 1, b: 2, c: 3}")]
    [InlineData("filter([[age: 3], [age: 4]], age: 3)", "[[age: 3]]")]
    [InlineData("location(lat: 1.5, lon: 2.5, zoom: 3).payload", "%{lat: 1.5, lon: 2.5, zoom: 3}")]
    [InlineData("template(\"card\", [card: [title: \"a\"]], modal: true).payload", "%{template_type: \"card\", card: %{title: \"a\"}, modal: true}")]
    [InlineData("length(a: 1, b: 2)", "2")]
    [InlineData("date_add(\"2024-01-01\", 1, unit: :days)", "\"2024-01-02\"")]
    [InlineData("chat_link(\"w\", g: \"~1\", x: \"a b\")", "\"https://chat.example.com/chat/my%20bot?channel=w&g=~1&x=a%20b\"")]
    [InlineData("chat_link(\"w\")", "\"https://chat.example.com/chat/my%20bot?channel=w\"")]
    public void Options_go_by_position_or_by_name(string call, string result) =>
        ExpressionReader.Evaluate(call).Should().Be(ExpressionReader.Evaluate(result), call);

    [Theory]
    [InlineData("image(\"u\", [caption: \"A\", class: \"b\"]).payload", "%{kind: \"image\", url: \"u\", caption: \"A\", class: \"b\"}")]
    [InlineData("split(\"a,b,c\", \",\", [parts: 2])", "[\"a\", \"b,c\"]")]
    [InlineData("sort([1, 2], [direction: :desc])", "[2, 1]")]
    [InlineData("get([a: 1], \"b\", [default: 2])", "%{default: 2}")]
    [InlineData("count([[query: 1]], [query: 1])", "1")]
    [InlineData("location([4, 52], [zoom: 3]).payload.zoom", "3")]
    public void A_map_in_the_place_of_options_is_these_options(string call, string result) =>
        ExpressionReader.Evaluate(call).Should().Be(ExpressionReader.Evaluate(result), call);

    [Theory]
    [InlineData("image(\"u\", [klass: \"A\"])", "image has no option 'klass'; it has caption, class, alt, preview_image, quick_replies, size")]
    [InlineData("image(\"u\", \"A\", \"b\")", "image takes 1 argument (url), got 3")]
    [InlineData("image(\"u\", \"A\")", "image: argument 2 must be map, got string (\"A\")")]
    public void Wrong_maps_of_options_are_explained(string call, string message) => Error(ExpressionReader.Evaluate(call)).Should().Be(message);

    [Fact]
    public void Arguments_are_converted_to_the_type_of_the_parameter()
    {
        Call("upcase", Message("abc")).Should().Be(Value.From("ABC"));
        Call("upcase", Entity(5)).Should().Be(Value.From("5"));
        Call("upcase", Value.AtomOf("abc")).Should().Be(Value.From("ABC"));
        Call("upcase", default(Value)).Should().Be(Value.From(string.Empty));
        Call("upcase", Map(("$i18n", true), ("en", "yes"))).Should().Be(Value.From("YES"));
        Call("round", Entity(2.5)).Should().Be(Value.From(3));
        Call("round", Message("2.5")).Should().Be(Value.From(3));
        Call("take", List(1, 2, 3), 2.0).Should().Be(List(1, 2));
        Call("first", Range(4, 9)).Should().Be(Value.From(4));
        Call("first", default(Value)).Should().Be(Value.Nil);
        Call("keys", Entity(Map(("a", 1)))).Should().Be(List("a"));
        Call("date_year", Entity("2024-05-01T10:00:00Z")).Should().Be(Value.From(2024));
        Error(Call("round", "2.5")).Should().Be("round: argument 1 must be number, got string (\"2.5\")");
        Error(Call("round", default(Value))).Should().Be("round: argument 1 must be number, got nil (nil)");
        Error(Call("take", List(1), 1.5)).Should().Be("take: argument 2 must be integer, got float (1.5)");
        Error(Call("first", "abc")).Should().Be("first: argument 1 must be list, got string (\"abc\")");
        Error(Call("split", List(1))).Should().Be("split: argument 1 must be text, got list ([1])");
        Error(Call("first", Range(1, 1_000_000))).Should().Be("first: a list or map would be larger than the limit of 200,000 items");
        Error(Call("date_year", "soon")).Should().Be("date_year: argument 1 must be date, got string (\"soon\")");
        Error(Call("distance", "here", List(4, 52))).Should().Be("distance: argument 1 must be location, got string (\"here\")");
        Error(Call("length", 5)).Should().Be("length: argument 1 must be list, map or text, got integer (5)");
    }

    [Fact]
    public void Errors_among_the_arguments_are_passed_on()
    {
        Value error = FunctionContext.Fail("earlier");
        Error(Call("upcase", error)).Should().Be("earlier");
        Error(Call("default", error, 1)).Should().Be("earlier");
        Error(Call("concat", List(), List(), error)).Should().Be("earlier");
        Error(BuiltinCall.Invoke(Find("template"), new Value[] { "card" }, [KeyValuePair.Create("card", error)], new TestFunctionContext())).Should().Be("earlier");
    }

    [Fact]
    public void A_planned_call_allocates_nothing_itself()
    {
        BuiltinFunction function = new("probe", [Declare.Integer("a"), Declare.Text("b"), Declare.Option("c", ParameterType.Boolean, true)], "integer", "Probe.", static (a, _) => a[0]);
        CallPlan plan = CallPlan.Create(function, 2, [], out _)!;
        TestFunctionContext context = new();
        Value[] arguments = [1, "x"];
        plan.Invoke(arguments, context).Should().Be(Value.From(1));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            plan.Invoke(arguments, context);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1000);
    }

    [Fact]
    public void A_library_can_have_functions_of_the_host()
    {
        BuiltinFunction points = new("points", [], "integer", "Points.", static (_, _) => 7);
        BuiltinLibrary library = BuiltinLibrary.Default.With(points);
        ExpressionReader.Evaluate("points() + 1", library: library).Should().Be(Value.From(8));
        BuiltinLibrary.Default.TryGet("points", out _).Should().BeFalse();
        library.Names.Should().Contain(["points", "first", "LLM.complete", "http_get"]);
    }

    private static BuiltinFunction Find(string name) => BuiltinLibrary.Default.TryGet(name, out BuiltinFunction? function) ? function : throw new InvalidOperationException(name);

    private static Value Call(string name, params Value[] arguments) => BuiltinCall.Invoke(Find(name), arguments, [], new TestFunctionContext());
}
