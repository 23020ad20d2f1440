using System.Reflection;
using Bubblescript.Messages;
using Bubblescript.Sqlite;
using Bubblescript.Testing;

namespace Bubblescript.PublicTests.Api;

public sealed class PublicApiTests
{
    /// <summary>
    /// Every change of what hosts can see shows up in a review of these files. After an intended change, run the tests once with the environment variable
    /// UPDATE_PUBLIC_API set to true.
    /// </summary>
    [Theory]
    [InlineData(typeof(ChatMessage), "Bubblescript.txt")]
    [InlineData(typeof(SqliteStore), "Bubblescript.Sqlite.txt")]
    [InlineData(typeof(TestChat), "Bubblescript.Testing.txt")]
    public void The_public_API_is_the_listed_one(Type type, string file)
    {
        Assembly assembly = type.Assembly;
        string path = Path.Combine(RepositoryFolder.Path, "tests", "Bubblescript.PublicTests", "Api", file);
        string actual = string.Join('\n', ApiListing.Of(assembly)) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_PUBLIC_API") == "true")
        {
            File.WriteAllText(path, actual);
        }

        string[] listed = File.ReadAllLines(path);
        string[] visible = actual.TrimEnd('\n').Split('\n');

        visible.Except(listed, StringComparer.Ordinal).Should().BeEmpty("the public API must be listed in {0}", file);
        listed.Except(visible, StringComparer.Ordinal).Should().BeEmpty("what is listed in {0} must exist", file);
        visible.Should().Equal(listed);
    }

    [Fact]
    public void No_type_of_the_parser_library_shows() =>
        ApiListing.Of(typeof(ChatMessage).Assembly).Should().NotContain(static line => line.Contains("Superpower", StringComparison.Ordinal));
}
