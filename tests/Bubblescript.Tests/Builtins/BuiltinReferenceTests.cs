using Bubblescript.Builtins;

namespace Bubblescript.Tests.Builtins;

public sealed class BuiltinReferenceTests
{
    [Fact]
    public void The_reference_is_generated_from_the_declarations()
    {
        string path = Path.Combine(FindRoot(), "docs", "reference", "builtins.md");
        string page = BuiltinReference.Write(BuiltinLibrary.Default);
        if (Environment.GetEnvironmentVariable("BUBBLESCRIPT_UPDATE_REFERENCE") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, page);
        }

        File.ReadAllText(path).ReplaceLineEndings("\n").Should().Be(page, "docs/reference/builtins.md is written by running this test with BUBBLESCRIPT_UPDATE_REFERENCE=1");
    }

    [Fact]
    public void Signatures_show_options_and_defaults()
    {
        Signature("sort").Should().Be("sort(list, direction: :asc, field:) → list");
        Signature("concat").Should().Be("concat(list, …) → list");
        Signature("template").Should().Be("template(type, …) → element");
        Signature("LLM.complete").Should().Be("LLM.complete(prompt, …) → map");
    }

    private static string Signature(string name)
    {
        BuiltinLibrary.Default.TryGet(name, out BuiltinFunction? function).Should().BeTrue();
        return BuiltinReference.Signature(function!);
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bubblescript.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
