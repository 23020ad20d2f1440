using System.Diagnostics;

namespace Bubblescript.PublicTests.Samples;

/// <summary>The sample program, run as a user runs it.</summary>
public sealed class ConsoleRunnerTests
{
    [Fact]
    public async Task A_piped_order_gives_the_transcript_of_the_coffee_bot()
    {
        string output = await RunAsync("two cappuccinos please\nlarge\nno\nyes\n");

        output.Should().Be("""
            bot: Welcome to Corner Coffee!
            bot: What would you like?
              quick replies: Espresso | Cappuccino | Flat white | Tea
            user: two cappuccinos please
            bot: Small, medium or large?
              quick replies: Small | Medium | Large
            user: large
            bot: 2 large cappuccinos, noted.
            bot: Anything else?
              quick replies: Yes | No
            user: no
            bot: That is 2 large cappuccinos: € 8.20.
            bot: Is that right?
              quick replies: Yes | No
            user: yes
            bot: Thank you! It will be ready in 4 minutes.

            """);
    }

    [Fact]
    public async Task With_a_file_the_order_goes_on_where_it_was_left()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("bubble-");
        string[] arguments = [Path.Combine(RepositoryFolder.Path, "samples", "bots", "coffee"), Path.Combine(folder.FullName, "chat.db")];

        await RunAsync("tea\n", arguments);
        string output = await RunAsync("medium\n", arguments);
        folder.Delete(recursive: true);

        output.Should().Be("""
            bot: What would you like?
              quick replies: Espresso | Cappuccino | Flat white | Tea
            user: tea
            bot: Small, medium or large?
              quick replies: Small | Medium | Large
            user: medium
            bot: a medium tea, noted.
            bot: Anything else?
              quick replies: Yes | No

            """);
    }

    private static async Task<string> RunAsync(string input, params string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "ConsoleRunner.dll");
        ProcessStartInfo start = new("dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.Should().Be(0);
        return output.ReplaceLineEndings("\n");
    }
}
