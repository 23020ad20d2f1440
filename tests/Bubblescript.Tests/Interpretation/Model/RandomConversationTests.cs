using Bubblescript.Testing;

namespace Bubblescript.Tests.Interpretation.Model;

/// <summary>The interpreter and the plain model of it say the same in random conversations.</summary>
public sealed class RandomConversationTests
{
    [Theory]
    [InlineData(1_000_000, 400)]
    public async Task Random_conversations_go_as_the_execution_model_says(int first, int count)
    {
        int run = 0;
        foreach (int seed in Enumerable.Range(first, count))
        {
            if (RandomConversation.Write(seed) is { } transcript)
            {
                TranscriptResult result = await TranscriptRunner.RunAsync(
                    Transcript.Parse("random.md", transcript).Cases[0],
                    cancellationToken: TestContext.Current.CancellationToken);
                result.Failure.Should().BeNull("of {0}{1}", transcript, result.Report);
                run++;
            }
        }

        run.Should().BeGreaterThan(count * 9 / 10);
    }

    [Fact]
    public void A_script_that_calls_itself_for_ever_is_left_out()
    {
        ModelDialog main = new() { Name = "__main__" };
        main.Code.Add(new ModelStatement(StatementKind.Invoke, "__main__"));

        Action open = () => new ConversationModel(new ModelScript([main], [])).Open();

        open.Should().Throw<EndlessConversationException>();
    }
}
