using System.Collections.Immutable;
using Bubblescript.Matching;
using Bubblescript.Queries;
using Bubblescript.Values;

namespace Bubblescript.Binding;

/// <summary>What <c>@name</c> and <c>@name.path</c> in patterns stand for: constants of the bot (BML, section 4.3).</summary>
/// <param name="constants">The value of a constant, or null when there is none of that name.</param>
internal sealed class ConceptResolver(Func<string, Value?> constants)
{
    private const int LargestConcept = 100_000;

    public BmlConcept? Resolve(string path)
    {
        string[] names = path.Split('.');
        if (constants(names[0]) is not { } value)
        {
            return null;
        }

        foreach (string name in names.AsSpan(1))
        {
            value = PathReader.ReadField(value, name, LocaleContext.English);
            if (value.IsNil)
            {
                return null;
            }
        }

        ImmutableArray<string>.Builder patterns = ImmutableArray.CreateBuilder<string>();
        return Collect(value, patterns, depth: 0) is { } problem ? BmlConcept.Unsuitable(problem) : BmlConcept.Of(patterns.DrainToImmutable());
    }

    private static string? Collect(Value value, ImmutableArray<string>.Builder patterns, int depth)
    {
        if (patterns.Count >= LargestConcept || depth > 8)
        {
            return "is too large";
        }

        if (value.AsString() is { } text)
        {
            patterns.Add(text);
            return null;
        }

        if (value.AsList() is { } list)
        {
            return list.Count == 0 ? "is an empty list" : list.Select(item => Collect(item, patterns, depth + 1)).FirstOrDefault(static problem => problem is not null);
        }

        return value.AsRecord() is { RecordKind: RecordKind.Intent or RecordKind.EntityMatcher } matcher
            ? Collect(matcher["match"], patterns, depth + 1)
            : $"is no text, list of texts, intent or entity, but {ValueDescription.Describe(value)}";
    }
}
