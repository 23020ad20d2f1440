namespace Bubblescript.Tests.Interpretation.Model;

/// <summary>A random script and a random user, as a transcript that the model has completed.</summary>
internal static class RandomConversation
{
    private static readonly string[] Messages = ["a", "a", "a", "t1", "t2", "t3", "t7", "t8", "t9", "l1", "l2", "zz", "zz"];
    private static readonly string[] Events = ["e1", "e2", "e3", "e3", "e4", "e8"];
    private static readonly int[] Seconds = [5, 10, 11, 30, 900, 901, 1300];

    /// <summary>The transcript; null when the script does not come to rest.</summary>
    public static string? Write(int seed)
    {
        Random random = new(seed);
        ModelScript script = new ScriptGenerator(random).Generate();
        try
        {
            return $"# Seed {seed}\n```bubblescript\n{ScriptWriter.Write(script)}\n```\n```chat\n{string.Join('\n', Talk(random, script))}\n```\n";
        }
        catch (EndlessConversationException)
        {
            return null;
        }
    }

    private static List<string> Talk(Random random, ModelScript script)
    {
        ConversationModel model = new(script);
        model.Open();
        List<string> lines = [.. model.TakeLines()];
        for (int i = random.Next(6, 22); i > 0; i--)
        {
            lines.Add(Act(random, model));
            lines.AddRange(model.TakeLines());
            if (model.IsOpen && random.Next(6) == 0)
            {
                lines.Add("stack: " + string.Join(", ", model.Stack));
            }
        }

        return lines;
    }

    private static string Act(Random random, ConversationModel model)
    {
        switch (random.Next(20))
        {
            case < 11:
                string text = Messages[random.Next(Messages.Length)];
                model.Message(text);
                return "user: " + text;
            case < 14:
                string name = Events[random.Next(Events.Length)];
                model.Event(name, isFromClient: true);
                return "user event: " + name;
            case 14:
                model.Location();
                return "user location: 1, 1";
            case 15:
                model.Connect();
                return "user connects:";
            case 16:
                return "host: restart";
            default:
                int seconds = Seconds[random.Next(Seconds.Length)];
                model.MoveClock(seconds);
                return $"clock: +{seconds}s";
        }
    }
}
