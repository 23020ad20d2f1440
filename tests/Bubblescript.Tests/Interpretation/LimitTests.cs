using Bubblescript.Interpretation.Effects;
using Bubblescript.Values;

namespace Bubblescript.Tests.Interpretation;

public sealed class LimitTests
{
    private const string ErrorDialog = """


        dialog __error__ do
          say "Stopped."
          halt
        end
        """;

    [Theory]
    [InlineData("repeat do\n x = 1\n end", "the turn took more than 10000 steps; a loop or recursion may not end")]
    [InlineData("invoke main", "the dialog stack is deeper than 256 dialogs")]
    [InlineData("perform again", "tasks are nested deeper than 256; a recursion may not end")]
    [InlineData("x = forever(1)", "calls are nested deeper than 256; a recursion may not end")]
    [InlineData("s = \"ab\"\n repeat do\n s = s + s\n end", "a text would be longer than the limit of 1,048,576 characters")]
    [InlineData("l = [1, 2]\n repeat do\n l = l + l\n end", "a list or map would be larger than the limit of 200,000 items")]
    [InlineData("repeat do\n say \"spam\"\n end", "the turn sent more than 1000 messages and events")]
    public void A_script_without_end_stops_with_a_clear_error(string body, string message)
    {
        Dialogue dialogue = new Dialogue($$"""
            dialog main do
             {{body}}
            end

            task again do
              perform again
            end

            function forever(_n) do
              return forever(_n + 1)
            end
            {{ErrorDialog}}
            """).Open();

        dialogue.Errors.Should().Equal(message);
        dialogue.Said[^1].Should().Be("Stopped.");
    }

    [Fact]
    public void An_error_dialog_that_starts_an_endless_dialog_again_ends_the_turn()
    {
        Dialogue dialogue = new Dialogue("""
            dialog __main__ do
              repeat do
                x = 1
              end
            end

            dialog __error__ do
              invoke __main__, :reset
            end
            """).Open();

        dialogue.Errors.Should().HaveCount(2);
        dialogue.State.Bots[0].Frames.Should().BeEmpty();
    }

    [Fact]
    public void A_message_beyond_the_limit_is_not_sent()
    {
        ExecutionLimits limits = new() { MessageLength = 10 };

        Dialogue dialogue = new Dialogue("dialog main do\n say \"12345678901\"\nend" + ErrorDialog, limits).Open();

        dialogue.Errors.Should().Equal("the message has 11 characters, more than the 10 that one message may have");
        dialogue.Said.Should().Equal("Stopped.");
    }
}
