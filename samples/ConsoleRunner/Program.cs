using Bubblescript.Binding;
using Bubblescript.Coordination;
using Bubblescript.Messages;

// Chats with a bot in the console: the one in samples/bots/coffee, or the one whose path is given.
Console.OutputEncoding = System.Text.Encoding.UTF8;
string path = args.Length > 0 ? args[0] : FindSample("samples/bots/coffee");
if (!Bot.TryLoad(path, out Bot? bot, out var diagnostics))
{
    Console.Error.WriteLine(string.Join('\n', diagnostics));
    return 1;
}

// The host runs all conversations. This one keeps them in memory; UseSqlite("chat.db") of Bubblescript.Sqlite keeps them in a file.
await using BotHost host = new BotHostBuilder().AddBot(bot).Build();
using IDisposable subscription = host.Observe(hostEvent =>
{
    if (hostEvent is OutgoingMessage { Message.Payload: { } payload })
    {
        Show(payload);
    }
});
await host.StartAsync();

Conversation chat = await host.OpenAsync(userId: "ann");
await host.WhenIdleAsync();
while (Console.ReadLine() is { } line)
{
    if (Console.IsInputRedirected)
    {
        Console.WriteLine($"user: {line}");
    }

    await chat.SendAsync(line);
    await host.WhenIdleAsync();
}

return 0;

static void Show(MessagePayload payload)
{
    switch (payload)
    {
        case TextPayload text:
            Console.WriteLine($"bot: {text.Message}");
            ShowQuickReplies(text.QuickReplies);
            break;
        case MediaPayload media:
            Console.WriteLine($"bot {media.Kind.ToString().ToLowerInvariant()}: {media.Url}");
            break;
        case LocationPayload location:
            Console.WriteLine(FormattableString.Invariant($"bot location: {location.Latitude}, {location.Longitude}"));
            break;
    }
}

static void ShowQuickReplies(QuickReplyList quickReplies)
{
    if (quickReplies.Count > 0)
    {
        Console.WriteLine($"  quick replies: {string.Join(" | ", quickReplies.Select(reply => reply.Title ?? $":{reply.ContentType}"))}");
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
