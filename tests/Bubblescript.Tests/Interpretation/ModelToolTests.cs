using Bubblescript.Interpretation;
using Bubblescript.Values;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Interpretation;

/// <summary>Tasks that a language model asks for run in the conversation, in the middle of the statement that asks the model.</summary>
public sealed class ModelToolTests
{
    private const string Script = """
        declare task stock, description: "Tells how many are left.", in: [
          type: "object", properties: [drink: [type: "string"]], required: ["drink"]
        ]

        task stock do
          asked = asked + 1
          log "stock of #{_args.drink}"
          _left = query :master, "stock", drink: _args.drink
          return [left: _left]
        end

        dialog main do
          _greeting = "So:"
          say "#{_greeting} #{LLM.complete([text: "Is there {{ drink }}?", tools: ["stock"]], drink: "tea").text} (#{asked})"
          say "Done."
        end

        dialog __error__ do
          say "Sorry: #{error.message}"
        end
        """;

    [Fact]
    public void The_task_runs_and_its_result_goes_back_to_the_model()
    {
        Dialogue dialogue = new Dialogue(Script).Open();
        dialogue.Pending!.Kind.Should().Be("llm");
        dialogue.Pending.Payload.AsMap()!["tools"].AsList()![0].AsMap()!["name"].Should().Be((Value)"stock");

        dialogue.Answer(Calls(Call("c1", "stock", Map(("drink", "tea")))));
        dialogue.Pending!.Kind.Should().Be("query");
        dialogue.Pending.Payload.AsMap()!["payload"].Should().Be(Map(("drink", "tea")));

        dialogue.Answer(3);
        dialogue.Pending!.Kind.Should().Be("llm");
        dialogue.Pending.Payload.AsMap()!["messages"].AsList()![^1].AsMap()!["text"].Should().Be((Value)"""{"left":3}""");

        dialogue.Answer(Map(("text", "Three cups.")));
        dialogue.Said.Should().Equal("So: Three cups. (1)", "Done.");
    }

    [Fact]
    public void Several_tools_of_one_answer_run_in_order()
    {
        Dialogue dialogue = new Dialogue(Script).Open();
        dialogue.Answer(Calls(Call("c1", "stock", Map(("drink", "tea"))), Call("c2", "stock", Map(("drink", "milk")))));
        dialogue.Answer(3).Answer(0);
        ListValue messages = dialogue.Pending!.Payload.AsMap()!["messages"].AsList()!;
        messages.TakeLast(2).Should().Equal(
            Map(("role", "tool"), ("call_id", "c1"), ("text", """{"left":3}""")),
            Map(("role", "tool"), ("call_id", "c2"), ("text", """{"left":0}""")));
        dialogue.Answer(Map(("text", "Only tea."))).Said.Should().Equal("So: Only tea. (2)", "Done.");
    }

    [Fact]
    public void A_model_can_be_asked_in_the_arguments_of_a_task()
    {
        Dialogue dialogue = new Dialogue("""
            declare task add, description: "Adds one."
            task add do
              count = count + 1
              return count
            end
            task show do
              return "#{_args.text}!"
            end
            dialog main do
              x = perform show, [text: LLM.complete([text: "Count", tools: ["add"]]).text]
              say x
            end
            """).Open();
        dialogue.Answer(Calls(Call("c1", "add", MapValue.Empty))).Answer(Map(("text", "One")));
        dialogue.Said.Should().Equal("One!");
    }

    [Fact]
    public void An_error_in_the_task_ends_the_dialog_that_asked()
    {
        Dialogue dialogue = new Dialogue("""
            declare task fail, description: "Fails."
            task fail do
              x = 1 / 0
            end
            dialog main do
              say LLM.complete([text: "Go", tools: ["fail"]]).text
              say "Never said."
            end
            dialog __error__ do
              say "Sorry."
            end
            """).Open();
        dialogue.Answer(Calls(Call("c1", "fail", MapValue.Empty)));
        dialogue.Said.Should().Equal("Sorry.");
        dialogue.State.PendingCall.Should().BeNull();
        dialogue.State.Bots[0].Frames.Should().BeEmpty();
    }

    [Fact]
    public void A_violated_schema_names_the_path()
    {
        Dialogue dialogue = new Dialogue("""
            declare task book, description: "Books.", in: [properties: [people: [minimum: 1]]]
            task book do
              return 1
            end
            dialog main do
              perform book, [people: 0]
            end
            dialog __error__ do
              say "Sorry: #{error.message}"
            end
            """).Open();
        dialogue.Said.Should().Equal("Sorry: the arguments of task 'book' must fit the schema: people: must be at least 1, got 0");
    }

    private static Value Call(string id, string name, Value arguments) => Map(("id", id), ("name", name), ("arguments", arguments));

    private static Value Calls(params ReadOnlySpan<Value> calls) => Map(("text", ""), ("calls", Value.ListOf(calls)));
}
