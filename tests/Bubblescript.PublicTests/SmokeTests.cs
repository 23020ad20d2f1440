namespace Bubblescript.PublicTests;

public sealed class SmokeTests
{
    [Fact]
    public void The_test_runner_runs() => 1.Should().Be(1);
}
