using Bubblescript.KillTarget;

namespace Bubblescript.Tests.Storage;

/// <summary>A short form of <c>tests/soak.sh</c>.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task Killed_hosts_lose_and_repeat_nothing_that_was_acknowledged()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("bubblescript-");
        try
        {
            KillSoak soak = new(folder.FullName, TestContext.Current.SendDiagnosticMessage);
            await soak.RunAsync(kills: 4, conversations: 100, inputs: 30, seed: 4, TestContext.Current.CancellationToken);
            soak.Violations.Should().BeEmpty();
            soak.Kills.Should().BeGreaterThanOrEqualTo(4);
            soak.KillsUnderLoad.Should().BePositive();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
