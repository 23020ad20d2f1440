using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Messages;
using Bubblescript.Sqlite;
using Bubblescript.Storage;

// Chats with a bot in the console. Arguments: the bot, by default the one in samples/bots/coffee, and a file that keeps the conversation.
Console.OutputEncoding = System.Text.Encoding.UTF8;
string path = args.Length > 0 ? args[0] : FindSample("samples/bots/coffee");
if (!Bot.TryLoad(path, out Bot? bot, out var diagnostics))
{
    Console.Error.WriteLine(string.Join('\n', diagnostics));
    return 1;
}

BotHostBuilder builder = new BotHostBuilder().AddBot(bot);
if (args.Length > 1)
{
    builder.UseSqlite(args[1]); // Stop the program at any moment, start it again, and the conversation goes on.
}

await using BotHost host = builder.Build();
using IDisposable subscription = host.Observe(hostEvent => Show((hostEvent as OutgoingMessage)?.Message.Payload));
await host.StartAsync();

Conversation chat = await host.OpenAsync(userId: "ann", new OpenOptions { Connect = false });
foreach (StoredMessage earlier in (await chat.ReadHistoryAsync(count: 3)).Reverse())
{
    Show(earlier.Message.Payload);
}

await chat.ConnectAsync(); // Opens a conversation that is new.
await host.WhenIdleAsync();
while (Console.ReadLine() is { } line)
{
    Show(Console.IsInputRedirected ? new UserMessagePayload(line) : null);
    await chat.SendAsync(line);
    await host.WhenIdleAsync();
}

return 0;

static void Show(MessagePayload? payload)
{
    string? line = payload switch
    {
        UserMessagePayload message => $"user: {message.Text}",
        TextPayload text => $"bot: {text.Message}",
        MediaPayload media => $"bot {media.Kind.ToString().ToLowerInvariant()}: {media.Url}",
        LocationPayload location => FormattableString.Invariant($"bot location: {location.Latitude}, {location.Longitude}"),
        _ => null,
    };
    if (line is not null)
    {
        Console.WriteLine(line);
    }

    if (payload is TextPayload { QuickReplies: { Count: > 0 } replies })
    {
        Console.WriteLine($"  quick replies: {string.Join(" | ", replies.Select(reply => reply.Title ?? $":{reply.ContentType}"))}");
    }
}

// The sample is found from whatever folder the program is started in.
static string FindSample(string path)
{
    DirectoryInfo folder = new(AppContext.BaseDirectory);
    while (!Directory.Exists(Path.Combine(folder.FullName, path)) && folder.Parent is { } parent)
    {
        folder = parent;
    }

    return Path.Combine(folder.FullName, path);
}
