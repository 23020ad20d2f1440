using System.Globalization;
using Bubblescript.KillTarget;

switch (args)
{
    case ["run", var folder, var conversations, var inputs, var seed]:
        await KillRun.RunAsync(folder, new KillScenario(ToNumber(conversations), ToNumber(inputs), ToNumber(seed)));
        return 0;
    case ["soak", .. var options]:
        return await SoakAsync(options);
    default:
        Console.Error.WriteLine("Usage: soak [--kills NUMBER] [--seed NUMBER] [--conversations NUMBER] [--inputs NUMBER]");
        return 2;
}

static int ToNumber(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static async Task<int> SoakAsync(string[] options)
{
    Dictionary<string, int> values = new(StringComparer.Ordinal)
    {
        ["--kills"] = 200,
        ["--seed"] = Environment.TickCount & 0xFFFF,
        ["--conversations"] = 300,
        ["--inputs"] = 100,
    };
    foreach (string[] option in options.Chunk(2))
    {
        if (option is not [var name, var value] || !values.ContainsKey(name) || !int.TryParse(value, CultureInfo.InvariantCulture, out int number))
        {
            Console.Error.WriteLine($"The option '{option[0]}' is unknown or has no number behind it.");
            return 2;
        }

        values[name] = number;
    }

    string folder = Directory.CreateTempSubdirectory("bubblescript-soak-").FullName;
    KillSoak soak = new(folder, Console.WriteLine);
    await soak.RunAsync(values["--kills"], values["--conversations"], values["--inputs"], values["--seed"], CancellationToken.None);
    foreach (string violation in soak.Violations)
    {
        Console.WriteLine(violation);
    }

    bool holds = soak.Violations.Count == 0;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{(holds ? "PASSED" : "FAILED")}: {soak.Kills} kills, {soak.KillsUnderLoad} of them under load, {soak.Inputs} inputs, {soak.Violations.Count} lost, repeated or different (seed {values["--seed"]})"));
    if (holds)
    {
        Directory.Delete(folder, recursive: true);
    }
    else
    {
        Console.WriteLine($"The last database is in {folder}.");
    }

    return holds ? 0 : 1;
}
