using Bubblescript.Testing;

namespace Bubblescript.Tests.Testing;

public sealed class TranscriptReportTests
{
    private readonly TranscriptCase _case = Transcript.Parse("docs/names.md", "# Names\n```chat\nbot: Hi\n```\n").Cases[0];

    [Fact]
    public void A_failed_case_shows_its_place_and_both_conversations_side_by_side()
    {
        TranscriptResult result = new(
            _case,
            "expected 'bot: Hello Bob', got 'bot: Hello Ann'",
            14,
            [
                new TranscriptRow("bot: Who are you?", "bot: Who are you?"),
                new TranscriptRow("user: Ann", "user: Ann"),
                new TranscriptRow("bot: Hello Bob", "bot: Hello Ann", IsFailure: true),
                new TranscriptRow("", "bot: Bye"),
                new TranscriptRow("closed:", ""),
            ]);

        result.Passed.Should().BeFalse();
        result.Report.Should().Be("""
            docs/names.md:14: Names: expected 'bot: Hello Bob', got 'bot: Hello Ann'
                expected          | happened
                ------------------+------------------
                bot: Who are you? | bot: Who are you?
                user: Ann         | user: Ann
              > bot: Hello Bob    | bot: Hello Ann
                                  | bot: Bye
                closed:           |
            """);
    }

    [Fact]
    public void Long_lines_are_wrapped_at_blanks()
    {
        TranscriptResult result = new(
            _case,
            "f",
            1,
            [new TranscriptRow("bot: " + string.Join(' ', Enumerable.Repeat("blank", 15)), new string('x', 70), IsFailure: true)]);

        result.Report.Should().Be("""
            docs/names.md:1: Names: f
                expected                                                     | happened
                -------------------------------------------------------------+-------------------------------------------------------------
              > bot: blank blank blank blank blank blank blank blank blank   | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                    blank blank blank blank blank blank                      |     xxxxxxxxxx
            """);
    }

    [Fact]
    public void A_case_that_passed_reports_its_name_and_place() =>
        new TranscriptResult(_case, Failure: null, 1, []).Report.Should().Be("Names (docs/names.md:1)");
}
