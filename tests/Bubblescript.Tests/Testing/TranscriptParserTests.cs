using Bubblescript.Messages;
using Bubblescript.Testing;
using Bubblescript.Testing.Transcripts;
using Bubblescript.Testing.Transcripts.Steps;
using Bubblescript.Values;

namespace Bubblescript.Tests.Testing;

public sealed class TranscriptParserTests
{
    [Fact]
    public void A_heading_with_a_chat_block_is_a_case_and_uses_the_scripts_of_the_headings_around_it()
    {
        Transcript transcript = Transcript.Parse("docs/guide.md", """
            # Guide
            Prose with a `chat` word.

            ```bubblescript
            shared
            ```

            ```yaml data/menu.yml
            - outer
            ```

            ## First ##
            ```bubblescript
            first
            ```
            ```yaml data/menu.yml
            - inner
            ```
            ```chat
            bot: Hello
            ```

            ### Deeper
            ```chat
            bot: Hi
            ```

            ## Prose only
            ```bubblescript
            unused
            ```

            ## Second
            ```json
            not a file
            ```
            ```chat
            bot: Bye
            ```
            """);

        transcript.Cases.Select(static item => (item.Name, item.Line)).Should().Equal(("First", 12), ("Deeper", 23), ("Second", 33));
        FilesOf(transcript.Cases[0]).Should().Equal("main.bubble: shared", "data/menu.yml: - inner", "main2.bubble: first");
        FilesOf(transcript.Cases[1]).Should().Equal("main.bubble: shared", "data/menu.yml: - inner", "main2.bubble: first");
        FilesOf(transcript.Cases[2]).Should().Equal("main.bubble: shared", "data/menu.yml: - outer");
        transcript.Cases[0].Content.Bots.Should().ContainSingle().Which.Id.Should().Be("main");
        transcript.Cases[0].ToString().Should().Be("First (docs/guide.md:12)");
    }

    [Fact]
    public void Fences_name_master_group_other_bots_folders_and_files()
    {
        TranscriptCase item = Transcript.Parse("guide.md", """
            ````bubblescript bot=french
            a
            ````
            ```bubblescript master
            b
            ```
            ```bubblescript group bot=french
            c
            ```
            ```bubblescript master
            d
            ```
            ```bubblescript extra.test.bubble
            e
            ```
            ```csv staff.csv bot=french
            f
            ```
            ~~~bubblescript bot=billing from=../billing
            ~~~
            ```chat
            bot: Hi
            ```
            """).Cases.Should().ContainSingle().Subject;

        item.Name.Should().Be("guide");
        item.Content.Bots.Select(static bot => bot.Id).Should().Equal("main", "french", "billing");
        FilesOf(item).Should().Equal("master.bubble: b\nd", "extra.test.bubble: e");
        FilesOf(item, 1).Should().Equal("main.bubble: a", "group.bubble: c", "staff.csv: f");
        item.Content.Bots[2].Folder.Should().Be("../billing");
        item.Content.Problems.Should().BeEmpty();
    }

    [Fact]
    public void A_case_without_script_runs_the_bot_of_its_folder()
    {
        TranscriptCase item = Transcript.Parse("bots/coffee/order.md", "# Order\n```chat\nbot: Hi\n```\n").Cases[0];

        item.Content.Bots.Should().BeEmpty();
    }

    [Fact]
    public void Every_line_of_the_format_becomes_a_step()
    {
        ReadSteps("""
            open: no

            # a comment
            user: Hi\nthere: you
            user event: status {"level": 3}
            user event: $ping
            alice location: 52.3649, 4.8934
            user attachment: image https://example.com/a.png
            user data: {"type": "form", "text": "a", "data": {"b": 1}}
            user connects:
            clock: +1h30m
            host: restart
            let: g = group
            alice joins: ~table
            bob: hello
            var: user.name = "Ann"
            stack: ask_name, main
            alice history: main
            stack:
            closed:
            """).Should().Equal(
            "OpenStep { IsOpened = False }",
            "UserTextStep user { Message = Hi\nthere: you }",
            "UserEventStep user { Name = status, Payload = {\"level\":3} }",
            "UserEventStep user { Name = $ping, Payload =  }",
            "UserLocationStep alice { Latitude = 52.3649, Longitude = 4.8934 }",
            "UserAttachmentStep user { Kind = Image, Url = https://example.com/a.png }",
            "UserDataStep user { Type = form, Message = a, Data = {\"b\":1} }",
            "UserConnectsStep user { }",
            "ClockStep { Duration = 01:30:00 }",
            "RestartStep { }",
            "LetStep { Name = g, Expression = group }",
            "UserJoinsStep alice { Group = ~table }",
            "UserTextStep bob { Message = hello }",
            "VariableStep { Path = user.name, Expression = \"Ann\" }",
            "StackStep { Dialogs = ask_name,main }",
            "HistoryStep alice { Dialogs = main }",
            "StackStep { Dialogs =  }",
            "ClosedStep { }");
    }

    [Fact]
    public void Lines_of_the_bot_say_what_it_must_do()
    {
        ReadSteps("""
            bot: Hello: you
            bot one of: Hi | Hello \| Bye
            bot video: https://example.com/a.mp4
            bot location: 52.5, 4.25
            bot template: buttons {"text": "Next?"}
            bot input: item_picker
            bot event: hide_input true
            bot to alice event: toast
            bot tag: ordered
            bot mail: {"to": "a@example.com"}
            bot log: text
            bot to alice: Hi
            bot to alice image: u
            bot error: *
            """).Should().Equal(
            "BotTextStep user { Texts = Hello: you }",
            "BotTextStep user { Texts = Hi,Hello | Bye }",
            "BotMediaStep user { Kind = Video, Url = https://example.com/a.mp4 }",
            "BotLocationStep user { Latitude = 52.5, Longitude = 4.25 }",
            "BotElementStep user { Type = Template, Name = buttons, Content = {\"text\":\"Next?\"} }",
            "BotElementStep user { Type = InputMethod, Name = item_picker, Content =  }",
            "BotElementStep user { Type = Emit, Name = hide_input, Content = true }",
            "BotElementStep alice { Type = Emit, Name = toast, Content =  }",
            "BotEffectStep user { Kind = tag, Content = ordered }",
            "BotEffectStep user { Kind = mail, Content = {\"to\":\"a@example.com\"} }",
            "BotLogStep user { Message = text }",
            "BotTextStep alice { Texts = Hi }",
            "BotMediaStep alice { Kind = Image, Url = u }",
            "BotErrorStep user { Message = * }");
    }

    [Fact]
    public void Indented_lines_refine_the_line_above()
    {
        TranscriptCase item = ReadCase("""
            bot: Welcome!
              quick replies: Yes | :location | a \| b
              class: large

              # a comment
              as: {"first_name": "Gus"}
              delay: 1000
              caption: A
            """);

        StepRefinements refinements = item.Content.Steps.Should().ContainSingle().Which.Should().BeAssignableTo<BotStep>().Which.Refinements;
        refinements.QuickReplies.Should().Equal("Yes", ":location", "a | b");
        refinements.Class.Should().Be("large");
        refinements.Caption.Should().Be("A");
        refinements.As.Should().Equal(MapValue.From(("first_name", "Gus")));
        refinements.Delay.Should().Be("1000");
    }

    [Fact]
    public void White_space_at_the_end_of_a_text_may_be_part_of_it()
    {
        BotTextStep step = ReadCase("bot:  two blanks ").Content.Steps.Should().ContainSingle().Which.Should().BeOfType<BotTextStep>().Subject;

        step.Texts.Should().Equal(" two blanks ", "two blanks");
    }

    [Fact]
    public void A_line_with_a_kept_text_is_read_when_the_text_is_known()
    {
        TranscriptCase item = ReadCase("""
            let: place = "52, 4"
            user location: {place}
            user: {other}
            """);

        DeferredStep step = item.Content.Steps[1].Should().BeOfType<DeferredStep>().Subject;
        StepParser.Parse(step.Lines.Replace(new Dictionary<string, string>(StringComparer.Ordinal) { ["place"] = "52, 4" }))
            .Should().BeOfType<UserLocationStep>().Which.Longitude.Should().Be(4);
        item.Content.Steps[2].Should().BeOfType<UserTextStep>();
    }

    [Theory]
    [InlineData("hello", "a step needs a colon, as in 'user: Hello'")]
    [InlineData("bot smell: rose", "'bot smell:' is no step of a transcript")]
    [InlineData("user shouts: Hi", "'user shouts:' is no step of a transcript")]
    [InlineData("clock: tomorrow", "'tomorrow' is no way to move the clock; write a duration, as in 'clock: +15m'")]
    [InlineData("clock: 15m", "'15m' is no way to move the clock; write a duration, as in 'clock: +15m'")]
    [InlineData("host: crash", "the host cannot 'crash'; write 'host: restart'")]
    [InlineData("open: maybe", "write 'open: no' or 'open: yes'")]
    [InlineData("closed: now", "nothing may follow 'closed:'")]
    [InlineData("user connects: now", "nothing may follow 'connects:'")]
    [InlineData("alice joins:", "write the id of the group behind 'joins:'")]
    [InlineData("var: counter", "write a name, ' = ' and an expression")]
    [InlineData("let: a.b = 1", "'a.b' is no name")]
    [InlineData("user event:", "an event needs a name")]
    [InlineData("user event: a {b}", "'{b}' is no JSON: the text is no valid JSON (line 1, character 2)")]
    [InlineData("user location: here", "'here' is no location; write latitude and longitude, as in '52.36, 4.89'")]
    [InlineData("user attachment: smell u", "'smell' is no kind of upload; use image, audio, video or file")]
    [InlineData("user attachment: image", "an attachment needs an address")]
    [InlineData("user data: {}", "a submission needs a type, as in {\"type\": \"form\", \"text\": \"\", \"data\": {}}")]
    [InlineData("bot template:", "a name must follow the colon")]
    [InlineData("user: Hi\n  class: large", "only a line of the bot can be refined by an indented line")]
    [InlineData("bot: Hi\n  colour: red", "'colour' is no refinement; use quick replies, class, caption, as or delay")]
    [InlineData("bot: Hi\n  as: Gus", "'Gus' is no JSON: the text is no valid JSON (line 1, character 1)")]
    [InlineData("bot: Hi\n  as: 7", "'7' is no JSON object")]
    public void What_is_no_step_is_a_problem_of_the_case(string chat, string problem) =>
        ReadCase(chat).Content.Problems.Should().ContainSingle().Which.Text.Should().Be(problem);

    [Fact]
    public void Problems_name_their_lines()
    {
        TranscriptCase item = Transcript.Parse("a.md", """
            # Case
            ```bubblescript mein.bubbel
            ```
            ```chat
            user: Hi
            nonsense
            ```
            ```diagnostics
            error 1:2 unknown
            mistake somewhere
            ```
            """).Cases[0];

        item.Content.Problems.Should().Equal(
            new TranscriptLine(2, "'mein.bubbel' says nothing about a script; use master, group, bot=id, from=folder or a file name that ends in .bubble"),
            new TranscriptLine(6, "a step needs a colon, as in 'user: Hello'"),
            new TranscriptLine(10, "a diagnostic needs severity, line:column and words, as in 'error 3:10 unknown dialog'"));
    }

    [Theory]
    [InlineData("error 3:10 unknown dialog 'ask_nmae' … did you mean 'ask_name'", true)]
    [InlineData("error 3:10", true)]
    [InlineData("error main.bubble:3:10 ask_nmae … ask_name", true)]
    [InlineData("error other.bubble:3:10 ask_nmae", false)]
    [InlineData("warning 3:10 unknown", false)]
    [InlineData("error 3:11 unknown", false)]
    [InlineData("error 4:10 unknown", false)]
    [InlineData("error 3:10 dialog unknown", false)]
    public void A_diagnostic_is_expected_by_place_and_words(string line, bool matches)
    {
        Bubblescript.Diagnostics.Diagnostic diagnostic = new(
            "BS0101", Bubblescript.Diagnostics.DiagnosticSeverity.Error, "main.bubble", 3, 10, "unknown dialog 'ask_nmae'", "did you mean 'ask_name'?", "  invoke ask_nmae", 8);

        ExpectedDiagnostic.TryParse(new TranscriptLine(1, line))!.Matches(diagnostic).Should().Be(matches);
    }

    [Fact]
    public void All_conformance_transcripts_can_be_read()
    {
        string folder = Path.Combine(RepositoryFolder.Path, "tests", "Conformance");

        Transcript[] transcripts = [.. Directory.EnumerateFiles(folder, "*.md").Select(Transcript.Load)];

        transcripts.Sum(static transcript => transcript.Cases.Length).Should().BeGreaterThan(250);
        transcripts.SelectMany(static transcript => transcript.Cases).SelectMany(static item => item.Content.Problems).Should().BeEmpty();
    }

    private static TranscriptCase ReadCase(string chat) => Transcript.Parse("case.md", $"# Case\n```chat\n{chat}\n```\n").Cases[0];

    private static IEnumerable<string> FilesOf(TranscriptCase item, int bot = 0) =>
        item.Content.Bots[bot].Files.Select(static file => $"{file.Path}: {file.Text.TrimEnd()}");

    private static IEnumerable<string> ReadSteps(string chat)
    {
        TranscriptCase item = ReadCase(chat);
        item.Content.Problems.Should().BeEmpty();
        return item.Content.Steps.Select(Describe);
    }

    private static string Describe(TranscriptStep step)
    {
        string conversation = step.Head.Conversation is { } name ? " " + name : "";
        string[] skipped = [nameof(TranscriptStep.Head), nameof(BotStep.Refinements), "EqualityContract"];
        string fields = string.Join(", ", step.GetType().GetProperties()
            .Where(property => !skipped.Contains(property.Name))
            .Select(property => $"{property.Name} = {DescribeField(property.GetValue(step))}"));
        return fields.Length == 0 ? $"{step.GetType().Name}{conversation} {{ }}" : $"{step.GetType().Name}{conversation} {{ {fields} }}";
    }

    private static string DescribeField(object? field) => field switch
    {
        Value { IsNil: true } => "",
        Value value => value.AsString() ?? ValueJson.ToJson(value),
        IEnumerable<string> texts => string.Join(',', texts),
        _ => FormattableString.Invariant($"{field}"),
    };
}
