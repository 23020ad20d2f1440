using System.Text.RegularExpressions;

namespace Bubblescript.Matching.Patterns;

/// <summary>Plain words for the errors of regular expressions.</summary>
internal static class RegexErrorText
{
    public static string Describe(RegexParseError error) => error switch
    {
        RegexParseError.UnterminatedBracket => "a '[' has no ']'",
        RegexParseError.InsufficientClosingParentheses => "a '(' has no ')'",
        RegexParseError.InsufficientOpeningParentheses => "a ')' has no '('",
        RegexParseError.QuantifierAfterNothing => "a quantifier such as '*' or '+' has nothing to repeat",
        RegexParseError.NestedQuantifiersNotParenthesized => "two quantifiers follow one another; put the inner part in parentheses",
        RegexParseError.UnescapedEndingBackslash => "it ends with a '\\' that escapes nothing",
        RegexParseError.ReversedQuantifierRange => "the smaller number of a repetition '{n,m}' comes first",
        RegexParseError.ReversedCharacterRange => "the ends of a character range are reversed",
        RegexParseError.UnrecognizedEscape => "an escape '\\…' is unknown",
        RegexParseError.UndefinedNamedReference or RegexParseError.UndefinedNumberedReference => "it refers to a group that does not exist",
        RegexParseError.InvalidGroupingConstruct => "a group '(?…' is of an unknown kind",
        RegexParseError.CaptureGroupNameInvalid => "the name of a group is invalid",
        RegexParseError.InvalidUnicodePropertyEscape or RegexParseError.MalformedUnicodePropertyEscape => "a Unicode property '\\p{…}' is unknown",
        _ => "it is malformed",
    };
}
