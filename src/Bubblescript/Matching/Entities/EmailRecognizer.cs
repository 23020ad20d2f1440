using System.Text.RegularExpressions;
using Bubblescript.Values;

namespace Bubblescript.Matching.Entities;

/// <summary>E-mail addresses. The value is the address as it was written.</summary>
internal sealed class EmailRecognizer() : RegexRecognizer(
    "email",
    @"(?<![\p{L}\p{N}.!#$%&*+/=?^_{|}~-])[\p{L}\p{N}_][\p{L}\p{N}.!#$%&'*+/=?^_{|}~-]{0,63}@[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}\.)+\p{L}{2,24}(?![\p{L}\p{N}_/=+-])")
{
    protected override EntityMention? Read(string text, Match match, AnalysisContext context)
    {
        string address = match.Value;
        bool isWellFormed = !address.Contains("..", StringComparison.Ordinal) && !address.Contains(".@", StringComparison.Ordinal);
        return isWellFormed ? new EntityMention(match.Index, match.Index + match.Length, address, MapValue.Empty) : null;
    }
}
