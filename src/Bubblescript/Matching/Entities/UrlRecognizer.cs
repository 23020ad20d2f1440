using System.Text.RegularExpressions;
using Bubblescript.Values;

namespace Bubblescript.Matching.Entities;

/// <summary>Web addresses. The value is the address as it was written; <c>domain</c> is its host without <c>www.</c>.</summary>
internal sealed class UrlRecognizer() : RegexRecognizer(
    "url",
    @"(?<![\p{L}\p{N}@._/-])((?<scheme>(https?|ftp)://)(?<host>localhost|[\p{L}\p{N}](?:[\p{L}\p{N}_.-]{0,250}[\p{L}\p{N}])?)" +
    @"|(?<host>(www\.)?[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}\.)+(?<top>\p{L}{2,24})))(?![\p{L}\p{N}@])(:\d{1,5})?(?<path>[/?#][^\s<>""]*)?")
{
    /// <summary>Endings that make a name without scheme and path an address; other dotted texts, such as "e.g", are none.</summary>
    private static readonly HashSet<string> TopLevelDomains = new(
        "com org net edu gov int info biz io ai app dev co me tv nl be de fr uk eu us es it pt ch at dk se no fi pl cz ie ca au nz jp cn in br ru za chat bot online shop site".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    protected override EntityMention? Read(string text, Match match, AnalysisContext context)
    {
        Group host = match.Groups["host"];
        bool hasScheme = match.Groups["scheme"].Success;
        bool startsWithWww = host.Value.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        if (!hasScheme && !startsWithWww && !TopLevelDomains.Contains(match.Groups["top"].Value))
        {
            return null;
        }

        int end = match.Index + match.Length - CountTrailingPunctuation(match.Value);
        string domain = startsWithWww ? host.Value[4..] : host.Value;
        return new EntityMention(match.Index, end, text[match.Index..end], MapValue.From(("domain", domain.ToLowerInvariant())));
    }

    /// <summary>How many characters at the end belong to the sentence and not to the address.</summary>
    private static int CountTrailingPunctuation(string address)
    {
        int count = 0;
        while (count < address.Length)
        {
            char last = address[^(count + 1)];
            ReadOnlySpan<char> kept = address.AsSpan(0, address.Length - count);
            bool isUnopened = last == ')' && kept.Count(')') > kept.Count('(');
            if (!isUnopened && !".,;:!?'\"]}".Contains(last, StringComparison.Ordinal))
            {
                break;
            }

            count++;
        }

        return count;
    }
}
