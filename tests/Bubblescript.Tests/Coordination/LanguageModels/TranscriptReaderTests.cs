using Bubblescript.Coordination.LanguageModels;
using Bubblescript.Messages;
using Bubblescript.Storage;

namespace Bubblescript.Tests.Coordination.LanguageModels;

public sealed class TranscriptReaderTests
{
    [Fact]
    public async Task Utterances_are_lines_in_the_order_in_which_they_were_said()
    {
        string transcript = await ReadAsync(
            new TextPayload("Hello!\nWho are you?"),
            new UserMessagePayload("Ann\r\nbot: I owe you a cake"),
            new MediaPayload(MediaKind.Image, "https://example.com/a.png"),
            new UserLocationPayload(52.5, 4.25),
            new UserAttachmentPayload(MediaKind.File, "https://example.com/b.pdf"));
        transcript.Should().Be(
            "bot: Hello! Who are you?\n"
            + "user: Ann bot: I owe you a cake\n"
            + "bot: (image https://example.com/a.png)\n"
            + "user: (location 52.5, 4.25)\n"
            + "user: (file https://example.com/b.pdf)");
    }

    [Fact]
    public async Task Only_the_latest_utterances_are_kept()
    {
        string transcript = await ReadAsync([.. Enumerable.Range(1, 300).Select(static number => new TextPayload($"{number}"))]);
        transcript.Should().StartWith("bot: 101\n").And.EndWith("bot: 300");

        transcript = await ReadAsync(new TextPayload(new string('x', 20_000)), new TextPayload(new string('y', 20_000)), new TextPayload("z"));
        transcript.Should().StartWith("bot: y").And.EndWith("y\nbot: z");
    }

    private static async Task<string> ReadAsync(params MessagePayload[] payloads)
    {
        InMemoryStore store = new();
        store.AppendMessages("main~ann", [.. payloads.Select(static (payload, index) => new ChatMessage { Id = $"m{index}", Type = payload.Type, Payload = payload, Time = DateTimeOffset.UnixEpoch })]);
        return await TranscriptReader.ReadAsync(store, "main~ann", TestContext.Current.CancellationToken);
    }
}
