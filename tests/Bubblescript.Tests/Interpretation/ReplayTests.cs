using Bubblescript.Interpretation;
using Bubblescript.Interpretation.Effects;
using Bubblescript.Interpretation.Inputs;
using Bubblescript.Values;

namespace Bubblescript.Tests.Interpretation;

public sealed class ReplayTests
{
    [Fact]
    public void A_query_suspends_its_statement_and_the_answer_finishes_it()
    {
        Dialogue dialogue = new Dialogue("""
            dialog main do
              say "Asking."
              n = query :master, "count", of: "pens"
              say "There are #{n}."
            end
            """).Open();

        dialogue.Said.Should().Equal("Asking.");
        dialogue.Pending!.Kind.Should().Be("query");
        dialogue.Pending.Payload.AsMap()!["to"].Should().Be(Value.From(":master"));
        dialogue.Pending.Payload.AsMap()!["payload"].Should().Be(Value.MapOf(("of", "pens")));

        dialogue.Answer(3).Said.Should().Equal("Asking.", "There are 3.");
        dialogue.State.PendingCall.Should().BeNull();
    }

    [Fact]
    public void A_suspended_process_takes_no_other_input()
    {
        Dialogue dialogue = new Dialogue("""
            dialog main do
              n = query :master, "count"
              say "Done."
            end

            dialog trigger: "hello" do
              say "Hello."
            end
            """).Open();

        ProcessState before = dialogue.State;
        dialogue.Say("hello").State.Should().BeSameAs(before);
        dialogue.Take(new AnswerInput("another", 1)).State.Should().BeSameAs(before);
    }

    [Fact]
    public void Two_waits_in_one_loop_are_answered_in_order()
    {
        Dialogue dialogue = new Dialogue("""
            dialog main do
              repeat _i in 1..2 do
                _n = query :master, "next", i: _i
                say "#{_i}: #{_n}"
              end
            end
            """).Open();

        dialogue.Answer("a").Answer("b");

        dialogue.Said.Should().Equal("1: a", "2: b");
    }

    [Fact]
    public void A_failed_call_is_a_runtime_error_of_its_statement()
    {
        Dialogue dialogue = new Dialogue("""
            dialog main do
              n = query :master, "count"
              say "Never said."
            end

            dialog __error__ do
              say "Sorry: #{error.message}"
            end
            """).Open();

        dialogue.Take(new AnswerInput(dialogue.State.PendingCall!.Id, default, "no line"));

        dialogue.Errors.Should().Equal("no line");
        dialogue.Said.Should().Equal("Sorry: no line");
    }

    [Fact]
    public void A_turn_never_changes_the_state_it_starts_from()
    {
        Dialogue dialogue = new Dialogue("""
            dialog main do
              list = [1]
              repeat _i in 1..3 do
                ask "Round #{_i}?"
                list = list + [answer.text]
              end
              say "#{list}"
            end
            """).Open();
        MessageInput input = new("x", "text", default, "keyboard", MapValue.Empty);

        TurnResult first = dialogue.Try(input);
        TurnResult second = dialogue.Try(input);

        first.Effects.OfType<MessageEffect>().Should().BeEquivalentTo(second.Effects.OfType<MessageEffect>());
        dialogue.Evaluate("list").Should().Be(Value.ListOf(1));
        dialogue.Say("a").Say("b").Say("c").Said.Should().EndWith("1, a, b, c");
    }
}
