using Bubblescript.Testing;

namespace Bubblescript.Tests.Testing;

public sealed class TranscriptRunnerTests
{
    private const string Script = """
        dialog main do
          name = ask "Who are you?", expecting: ["Ann"]
          say "Hello #{name}"
        end

        dialog trigger: "count" do
          n = n + 1
          say "#{n}"
        end

        dialog trigger: "later" do
          emit "later", in: "10m"
        end

        dialog event: "later" do
          say "It is later."
        end

        dialog trigger: "bye" do
          say "Bye"
          close
        end
        """;

    [Fact]
    public async Task A_wrong_text_gives_exactly_this_report()
    {
        TranscriptResult result = await RunAsync("""
            bot: Who are you?
              quick replies: Ann
            user: Ann
            bot: Hello Bob
            user: bye
            bot: Bye
            """);

        result.Passed.Should().BeFalse();
        result.Line.Should().Be(31);
        result.Report.Should().Be("""
            case.md:31: Case: expected 'bot: Hello Bob', got 'bot: Hello Ann'
                expected             | happened
                ---------------------+---------------------
                bot: Who are you?    | bot: Who are you?
                  quick replies: Ann |   quick replies: Ann
                user: Ann            | user: Ann
              > bot: Hello Bob       | bot: Hello Ann
                user: bye            |
                bot: Bye             |
            """);
    }

    [Theory]
    [InlineData("bot: Who are you?", "'bot: Who are you?': expected no quick replies, got the quick replies 'Ann'")]
    [InlineData("bot: Who are you?\n  quick replies: Ann\nbot: More", "expected 'bot: More', but the bot did nothing more")]
    [InlineData("user: Ann", "the bot did something that is not listed: 'bot: Who are you?'")]
    [InlineData("clock: +1m", "the bot did something that is not listed: 'bot: Who are you?'")]
    [InlineData("# nothing", "the bot did something that is not listed: 'bot: Who are you?'")]
    [InlineData("bot ~: where are you\n  quick replies: Ann", "expected 'bot ~: where are you', got 'bot: Who are you?'")]
    [InlineData("bot ~: who _ you\n  quick replies: Ann\nvar: n = 3", "'var: n = 3': n is nil")]
    [InlineData("bot ~: who _ you\n  quick replies: Ann\nvar: 3 + = 3", "'var: 3 + = 3': ")]
    [InlineData("bot ~: who _ you\n  quick replies: Ann\nstack: main", "'stack: main': the stack is main, __main__")]
    [InlineData("bot ~: who _ you\n  quick replies: Ann\nhistory: main", "'history: main': the history is main, __main__")]
    [InlineData("bot ~: who _ you\n  quick replies: Ann\nclosed:", "expected 'closed:', but the bot did nothing more")]
    [InlineData("bot error: *\n", "expected 'bot error: *', got 'bot: Who are you?'")]
    [InlineData("bot ~: who _ you\n  quick replies: Ann\nlet: x = 5\nvar: {x} = 6", "'var: 5 = 6': 5 is 5")]
    [InlineData("bot to alice: Hi", "expected 'bot to alice: Hi', got 'bot to alice: Who are you?'")]
    public async Task Every_kind_of_failure_says_what_happened(string chat, string failure)
    {
        TranscriptResult result = await RunAsync(chat);

        result.Failure.Should().StartWith(failure);
    }

    [Fact]
    public async Task A_whole_life_of_a_conversation_passes()
    {
        TranscriptResult result = await RunAsync("""
            bot one of: Hi | Who are you?
              quick replies: Ann
            var: n = nil
            stack: main, __main__
            user: count
            bot: 1
            bot: Who are you?
              quick replies: Ann
            alice: count
            bot to alice: Who are you?
              quick replies: Ann
            bot to alice: 1
            bot to alice: Who are you?
              quick replies: Ann
            host: restart
            user: later
            bot: Who are you?
              quick replies: Ann
            clock: +10m
            bot: It is later.
            bot: Who are you?
              quick replies: Ann
            let: who = "Ann"
            user: {who}
            bot: Hello {who}
            alice: bye
            bot to alice: Bye
            alice closed:
            """);

        result.Failure.Should().BeNull(result.Report);
    }

    [Fact]
    public async Task A_bot_with_errors_fails_at_the_line_of_the_transcript()
    {
        TranscriptCase item = Transcript.Parse("case.md", "# Case\n\n```bubblescript\ndialog main do\n  invoke nowhere\nend\n```\n```chat\nbot: Hi\n```\n").Cases[0];

        TranscriptResult result = await TranscriptRunner.RunAsync(item);

        result.Line.Should().Be(5);
        result.Failure.Should().StartWith("the bot does not run: unknown dialog 'nowhere'");
        result.Rows[0].Actual.Should().StartWith("main.bubble(2,10): error BS0101: ");
    }

    [Fact]
    public async Task Expected_diagnostics_are_compared()
    {
        const string script = "# Case\n```bubblescript\ndialog main do\n  invoke nowhere\n  break\nend\n```\n";

        TranscriptResult right = await RunTextAsync(script + "```diagnostics\nerror 3:3 break\nerror 2:10 dialog … nowhere\n```\n");
        TranscriptResult missing = await RunTextAsync(script + "```diagnostics\nerror 2:10 nowhere\nerror 3:3 break\nwarning 1:1 main\n```\n");
        TranscriptResult unlisted = await RunTextAsync(script + "```diagnostics\nerror 2:10 nowhere\n```\n");

        right.Failure.Should().BeNull();
        missing.Failure.Should().Be("expected 'warning 1:1 main', but it was not reported");
        missing.Line.Should().Be(11);
        unlisted.Failure.Should().StartWith("'error 3:3 ").And.EndWith("is not listed");
        unlisted.Line.Should().Be(5);
    }

    [Fact]
    public async Task A_transcript_with_problems_fails_without_running()
    {
        TranscriptResult result = await RunAsync("bot: Who are you?\nnonsense");

        result.Failure.Should().Be("a step needs a colon, as in 'user: Hello'");
        result.Line.Should().Be(29);
    }

    [Fact]
    public async Task Test_blocks_of_a_transcript_belong_to_its_cases()
    {
        TranscriptResult result = await RunTextAsync(
            "# Case\n```bubblescript\ndialog main do\n  say \"Hi\"\nend\n\ntest \"sings\" do\n  expect \"la\"\nend\n```\n```chat\nbot: Hi\n```\n");

        result.Failure.Should().Be("test \"sings\": no message matched \"la\" before the bot waited for the user");
        result.Line.Should().Be(8);
    }

    [Fact]
    public async Task A_case_in_a_folder_without_bots_says_so()
    {
        string path = Path.Combine(RepositoryFolder.Path, "tests", "Conformance", "none.md");

        TranscriptResult result = await TranscriptRunner.RunAsync(Transcript.Parse(path, "# Case\n```chat\nbot: Hi\n```\n").Cases[0]);

        result.Failure.Should().Be("there is no bot: neither the case nor its folder has a script");
    }

    private static Task<TranscriptResult> RunAsync(string chat) =>
        RunTextAsync($"# Case\n```bubblescript\n{Script}\n```\n\n```chat\n{chat}\n```\n");

    private static Task<TranscriptResult> RunTextAsync(string text) => TranscriptRunner.RunAsync(Transcript.Parse("case.md", text).Cases[0]);
}
