namespace Bubblescript.Matching.Patterns;

/// <summary>Spells the few constructs of the Perl family that .NET writes otherwise.</summary>
internal static class RegexDialect
{
    private static readonly (string Perl, string Net)[] Spellings =
    [
        ("(?P<", "(?<"),
        ("[:alpha:]", @"\p{L}"),
        ("[:digit:]", @"\d"),
        ("[:alnum:]", @"\p{L}\p{Nd}"),
        ("[:space:]", @"\s"),
        ("[:upper:]", @"\p{Lu}"),
        ("[:lower:]", @"\p{Ll}"),
        ("[:punct:]", @"\p{P}"),
    ];

    public static string Translate(string source)
    {
        if (!source.Contains("(?P", StringComparison.Ordinal) && !source.Contains("[:", StringComparison.Ordinal))
        {
            return source;
        }

        string result = source;
        foreach ((string perl, string net) in Spellings)
        {
            result = result.Replace(perl, net, StringComparison.Ordinal);
        }

        return TranslateReferences(result);
    }

    private static string TranslateReferences(string expression)
    {
        const string Opening = "(?P=";
        int start;
        while ((start = expression.IndexOf(Opening, StringComparison.Ordinal)) >= 0)
        {
            int end = expression.IndexOf(')', start);
            if (end < 0)
            {
                break;
            }

            string name = expression[(start + Opening.Length)..end];
            expression = $@"{expression[..start]}\k<{name}>{expression[(end + 1)..]}";
        }

        return expression;
    }
}
