using System.Net;
using System.Net.Sockets;
using Bubblescript.Values;
using NodaTime.Text;

namespace Bubblescript.Schemas;

/// <summary>
/// <c>format</c>. Unknown formats demand nothing, as draft 7 says. Times may lack an offset, as they may in the language (builtin functions, section 6).
/// </summary>
internal sealed class FormatRule(string format) : SchemaRule
{
    public override SchemaViolation? Check(Value value, SchemaWalk walk) =>
        value.AsText() is not { } text || IsValid(text) is not false
            ? null
            : new SchemaViolation("", $"must be a valid {format}, got {SchemaValues.Describe(value)}");

    private bool? IsValid(string text) => format switch
    {
        "date" => LocalDatePattern.Iso.Parse(text).Success,
        "time" => OffsetTimePattern.Rfc3339.Parse(text).Success || LocalTimePattern.ExtendedIso.Parse(text).Success || IsMinuteTime(text),
        "date-time" => OffsetDateTimePattern.Rfc3339.Parse(text).Success || LocalDateTimePattern.ExtendedIso.Parse(text).Success,
        "email" or "idn-email" => IsMailAddress(text),
        "hostname" => Uri.CheckHostName(text) == UriHostNameType.Dns,
        "ipv4" => text.Count('.') == 3 && IPAddress.TryParse(text, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetwork,
        "ipv6" => text.Contains(':') && !text.Contains('[') && IPAddress.TryParse(text, out _),
        "uri" => IsAbsolute(text),
        "uri-reference" => !HasBlank(text) && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "regex" => PatternRule.Create(text, out _) is not null,
        _ => null,
    };

    private static bool IsMinuteTime(string text) =>
        text.Length == 5 && TimeOnly.TryParseExact(text, "HH:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);

    private static bool IsAbsolute(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(text[0]) && !HasBlank(text) && Uri.TryCreate(text, UriKind.Absolute, out _);
    }

    private static bool HasBlank(string text) => text.Any(static character => char.IsWhiteSpace(character) || char.IsControl(character));

    private static bool IsMailAddress(string text)
    {
        int at = text.LastIndexOf('@');
        return at > 0 && at <= 64 && text.Length <= 254 && !HasBlank(text)
            && text.IndexOf('@', StringComparison.Ordinal) == at
            && text[0] != '.' && text[at - 1] != '.' && !text.Contains("..", StringComparison.Ordinal)
            && Uri.CheckHostName(text[(at + 1)..]) == UriHostNameType.Dns;
    }
}
