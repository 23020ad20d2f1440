using FsCheck;
using FsCheck.Fluent;

namespace Bubblescript.Tests.Matching;

/// <summary>Random patterns and sentences over a small vocabulary, so that they match about as often as not.</summary>
internal static class PatternGenerator
{
    public static Gen<string> Sentences { get; } =
        from words in Gen.Elements("a", "b", "c", "ab", "a", "b", "c", "A", "é", "a-b", "a,", "b!", "'c", "c's", "x", ".", "42", "4", "c'", "cats", "7 !", "(b)", "a.b", "x's").ListOf()
        select string.Join(' ', words.Take(7));

    public static Gen<string> Patterns { get; } = Gen.Sized(size => Alternatives(Math.Min(3, size / 6)));

    private static Gen<string> Name { get; } = Gen.Elements("x", "y", "z");

    private static Gen<string> Capture { get; } = Gen.Frequency((3, Gen.Constant(string.Empty)), (1, Name.Select(name => "=" + name)));

    private static Gen<string> Count { get; } = Gen.Elements(
        "0", "1", "2", "3", "0-1", "0-2", "1-2", "2-3", "1-3", "0+", "1+", "2+", "0-1?", "0-2?", "1-2?", "0+?", "1+?", "2+?", "1-20", "0-30?");

    private static Gen<string> Word { get; } = Gen.Elements("a", "b", "c", "ab", "a", "b", "c", "e", "cat");

    private static Gen<string> Alternatives(int depth) => Gen.Frequency(
        (4, Sequence(depth)),
        (1, from first in Sequence(depth) from second in Sequence(depth) select $"{first} | {second}"));

    private static Gen<string> Sequence(int depth) => Gen.Frequency(
        (2, Element(depth)),
        (3, from first in Element(depth) from second in Element(depth) select $"{first} {second}"),
        (2, from first in Element(depth) from second in Element(depth) from third in Element(depth) select $"{first} {second} {third}"));

    private static Gen<string> Element(int depth)
    {
        Gen<string> blocks =
            from content in Gen.Frequency((3, Count), (1, Gen.Constant(string.Empty)))
            from capture in Capture
            select $"[{content}{capture}]";
        Gen<string> decorated =
            from atom in Atom(depth)
            from suffix in Suffix
            select atom + suffix;
        Gen<string> wildcards = Gen.Elements("_", "_?", "_[=x]", "_?[=y]");
        Gen<string> others = Gen.Elements("[Start]", "[End]", "[Start=x]", "[End=y]", "[number]", "[number=x]", "([number])?", "(a | [number=z])[=y]");
        return Gen.Frequency((6, decorated), (2, blocks), (1, wildcards), (1, others));
    }

    private static Gen<string> Suffix { get; } = Gen.Frequency(
        (5, Gen.Constant(string.Empty)),
        (1, Gen.Constant("?")),
        (1, from name in Name select $"?[={name}]"),
        (2, from name in Name select $"[={name}]"),
        (2, from count in Count from capture in Capture select $"[{count}{capture}]"));

    private static Gen<string> Atom(int depth)
    {
        Gen<string> simple = Gen.Frequency(
            (6, Word),
            (1, Gen.Elements("'a b'", "\"ab\"", "'c'", "\"'c\"", "','", "\"a,b\"", "'!'", "'c\\'s'", "' a  b '", "'aa'")),
            (1, Gen.Elements("/a/", "/b c/", "/x*/", "/(?<x>\\d)/", "/^a/", "/c$/", "/\\bc/", "/\\s?b/", "/a|b/", "/(?<=a )b/", "/.\\Bb/", "/[^ab]+/", "/ a/", "/a.*?b/", "/(?<y>a)?b/", "/(?=b)/", "/$/", "/a b?/")),
            (1, Gen.Elements("/a|c/T", "/\\d+/T", "/[^a]/T", "/(?<x>a)b?/T", "/./T")),
            (1, Gen.Elements("a-b", "c's", "c'x")));
        if (depth == 0)
        {
            return simple;
        }

        Gen<string> permutation =
            from count in Gen.Choose(2, 4)
            from items in Element(depth - 1).ListOf(count)
            select $"<{string.Join(' ', items)}>";
        return Gen.Frequency((3, simple), (4, from inner in Alternatives(depth - 1) select $"({inner})"), (1, permutation));
    }
}
