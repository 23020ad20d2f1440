using Bubblescript.Syntax.Tree;

namespace Bubblescript.Tests.Syntax;

public sealed class ConformanceScriptTests
{
    public static TheoryData<string> Topics() => [.. Scripts.Conformance().Select(static script => script.File).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Topics))]
    public void Every_script_of_the_transcripts_parses(string topic)
    {
        foreach ((string file, string text) in Scripts.Conformance().Where(script => script.File == topic))
        {
            Script script = Scripts.ParseValid(text);
            script.Items.Should().NotBeEmpty("{0} has items", file);
        }
    }
}
