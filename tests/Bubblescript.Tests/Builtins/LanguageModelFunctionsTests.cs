using Bubblescript.Builtins;
using Bubblescript.Values;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Builtins;

public sealed class LanguageModelFunctionsTests
{
    private static readonly MapValue Schemas = ValueJson.Parse("""
        {
          "order": {"type": "object", "properties": {"drink": {"type": "string"}, "extra": {"$ref": "extra"}}, "required": ["drink"]},
          "extra": {"type": "string", "maxLength": 5}
        }
        """).AsMap()!;

    private static readonly DeclaredTask Stock = new("stock", "Tells how many are left.", ValueJson.Parse("""
        {"type": "object", "properties": {"drink": {"type": "string"}}, "required": ["drink"]}
        """));

    private readonly RequestRecorder _context = new() { SharedSchemas = Schemas, Tasks = [Stock] };

    [Fact]
    public void Placeholders_are_replaced_by_the_arguments_and_the_conversation()
    {
        Value text = Sent(
            "Hello {{ name }}, {{user.first}}! {{ missing }}{{ list }}\n[[transcript]]\n{ {name} } {{ }}",
            Map(("name", "Ann"), ("user", Map(("first", "A."))), ("list", List(1, 2))));
        text.Should().Be(List("Hello Ann, A.! 1, 2\n", "\n{ {name} } {{ }}"));
    }

    [Fact]
    public void What_is_filled_in_is_not_searched_again() =>
        Sent("{{ a }}{{ b }}", Map(("a", "{{ b }} [[transcript]]"), ("b", "$0"))).Should().Be((Value)"{{ b }} [[transcript]]$0");

    [Fact]
    public void The_answer_is_a_map_with_the_text()
    {
        _context.Record(Map(("text", "Hi!")));
        Value result = Complete(Map(("text", "Greet")));
        result.AsMap()!["text"].Should().Be((Value)"Hi!");
        result.AsMap()!["data"].IsNil.Should().BeTrue();
        result.AsMap()!["error"].IsNil.Should().BeTrue();
    }

    [Fact]
    public void The_prompt_says_which_model_is_asked_and_how()
    {
        Complete(Map(("id", "x"), ("text", "Greet"), ("system", "Be {{ mood }}."), ("provider", "p"), ("model", "m"), ("temperature", 0.5), ("max_tokens", 10)), Map(("mood", "kind")));
        MapValue request = _context.Requests.Single().Payload.AsMap()!;
        request["model"].Should().Be((Value)"m");
        request["provider"].Should().Be((Value)"p");
        request["temperature"].Should().Be((Value)0.5);
        request["max_tokens"].Should().Be((Value)10);
        request["messages"].Should().Be(List(Map(("role", "system"), ("text", "Be kind.")), Map(("role", "user"), ("text", "Greet"))));
        _context.Requests.Single().Kind.Should().Be("llm");
    }

    [Theory]
    [InlineData("""{"drink": "tea"}""")]
    [InlineData("```json\n{\"drink\": \"tea\"}\n```")]
    [InlineData("Here you are: {\"drink\": \"tea\"} Enjoy!")]
    public void Json_answers_become_data(string answer)
    {
        _context.Record(Map(("text", answer)));
        Value result = Complete(Map(("text", "Order"), ("format", "json")));
        result.AsMap()!["data"].Should().Be(Map(("drink", "tea")));
        result.AsMap()!["text"].Should().Be((Value)answer);
        result.AsMap()!["error"].IsNil.Should().BeTrue();
    }

    [Fact]
    public void An_answer_that_breaks_the_schema_is_corrected()
    {
        Value prompt = Map(("text", "Order"), ("schema", "order"));
        _context.Record(Map(("text", """{"extra": "lemon"}""")));
        _context.Record(Map(("text", """{"drink": "tea", "extra": "lemon"}""")));
        Value result = Complete(prompt);
        result.AsMap()!["data"].Should().Be(Map(("drink", "tea"), ("extra", "lemon")));
        _context.Requests.Should().HaveCount(2);
        ListValue messages = _context.Requests[1].Payload.AsMap()!["messages"].AsList()!;
        messages[^1].AsMap()!["text"].Should().Be((Value)"That answer cannot be used: drink: is required but missing. Answer again, with nothing but the corrected JSON.");
        _context.Requests[0].Payload.AsMap()!["schema"].Should().Be(ValueJson.Parse("""
            {
              "allOf": [{"$ref": "#/definitions/order"}],
              "definitions": {
                "extra": {"type": "string", "maxLength": 5},
                "order": {"type": "object", "properties": {"drink": {"type": "string"}, "extra": {"$ref": "#/definitions/extra"}}, "required": ["drink"]}
              }
            }
            """));
    }

    [Theory]
    [InlineData("""{"drink": 5}""", "the answer of the model is not what the prompt demands: drink: must be a string, got integer (5)")]
    [InlineData("no JSON", "the answer of the model is not what the prompt demands: the text is no valid JSON (line 1, character 2)")]
    public void An_answer_that_stays_wrong_is_an_error_in_the_result(string answer, string expected)
    {
        for (int i = 0; i < 3; i++)
        {
            _context.Record(Map(("text", answer)));
        }

        Value result = Complete(Map(("text", "Order"), ("schema", "order")));
        result.AsMap()!["error"].Should().Be((Value)expected);
        result.AsMap()!["data"].IsNil.Should().BeTrue();
        result.AsMap()!["text"].Should().Be((Value)answer);
        _context.Requests.Should().HaveCount(3);
    }

    [Fact]
    public void A_failing_model_is_an_error_in_the_result()
    {
        _context.Record(Map(("error", "overloaded")));
        Complete(Map(("text", "Hi"))).AsMap()!["error"].Should().Be((Value)"overloaded");
    }

    [Fact]
    public void The_model_can_call_declared_tasks()
    {
        Value prompt = Map(("text", "Is there tea?"), ("tools", List("stock")));
        Complete(prompt).IsSignal.Should().BeTrue();
        MapValue first = _context.Requests.Single().Payload.AsMap()!;
        first["tools"].Should().Be(List(Map(("name", "stock"), ("description", "Tells how many are left."), ("parameters", Stock.InputSchema))));

        _context.Record(Map(("text", ""), ("calls", List(Call("c1", "stock", Map(("drink", "tea")))))));
        Complete(prompt).IsSignal.Should().BeTrue();
        _context.Requests[^1].Should().Be(new ExternalRequest("task", Map(("name", "stock"), ("arguments", Map(("drink", "tea"))))));

        _context.Record(Map(("left", 3)));
        Complete(prompt).IsSignal.Should().BeTrue();
        ListValue messages = _context.Requests[^1].Payload.AsMap()!["messages"].AsList()!;
        messages[^1].Should().Be(Map(("role", "tool"), ("call_id", "c1"), ("text", """{"left":3}""")));

        _context.Record(Map(("text", "Three cups.")));
        Complete(prompt).AsMap()!["text"].Should().Be((Value)"Three cups.");
    }

    [Fact]
    public void Wrong_arguments_and_unknown_tools_are_told_to_the_model()
    {
        Value prompt = Map(("text", "Is there tea?"), ("tools", List("stock")));
        _context.Record(Map(("calls", List(Call("c1", "stock", Map(("drink", 5))), Call("c2", "rob", MapValue.Empty)))));
        Complete(prompt).IsSignal.Should().BeTrue();
        _context.Requests.Should().OnlyContain(static request => request.Kind == "llm");
        ListValue messages = _context.Requests[^1].Payload.AsMap()!["messages"].AsList()!;
        messages[^2].AsMap()!["text"].Should().Be((Value)"error: drink: must be a string, got integer (5)");
        messages[^1].AsMap()!["text"].Should().Be((Value)"error: there is no tool \"rob\"");
    }

    [Fact]
    public void A_model_that_never_stops_asking_for_tools_is_stopped()
    {
        for (int i = 0; i < 9; i++)
        {
            _context.Record(Map(("calls", List(Call("c", "rob", default)))));
        }

        Complete(Map(("text", "Go"))).AsMap()!["error"].Should().Be((Value)"the model asked for tools more than 8 times");
    }

    [Fact]
    public void Wrong_prompts_are_runtime_errors()
    {
        Error(Complete(default)).Should().Be("LLM.complete: the prompt must be an entry of a prompt file with a text, or a text, got nil (nil)");
        Error(Complete(Map(("id", "x")))).Should().Be("LLM.complete: the prompt must be an entry of a prompt file with a text, or a text, got map (%{id: \"x\"})");
        Error(Complete(Map(("text", "x"), ("schema", "nope")))).Should().Be("LLM.complete: the schema of the prompt is invalid: $ref: there is no schema \"nope\" in @schemas");
        Error(Complete(Map(("text", "x"), ("tools", List("nope"))))).Should().Be(
            "LLM.complete: the prompt names the tool \"nope\", but there is no declared task of that name; write: declare task nope, description: \"…\", in: …");
    }

    private static Value Call(string id, string name, Value arguments) => Map(("id", id), ("name", name), ("arguments", arguments));

    private Value Complete(Value prompt, Value variables = default) =>
        _context.Call(LanguageModelFunctions.All.Single(), [prompt, variables.IsNil ? MapValue.Empty : variables]);

    private Value Sent(string template, Value variables)
    {
        Complete(template, variables);
        return _context.Requests.Single().Payload.AsMap()!["messages"].AsList()![0].AsMap()!["text"];
    }
}
