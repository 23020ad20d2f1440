using System.Collections.Immutable;
using System.Globalization;
using System.Net.Mail;
using Bubblescript.Values;

namespace Bubblescript.Coordination.Mail;

/// <summary>A mail as it travels: the envelope and the text in the format of the internet (RFC 5322), ASCII only, lines ended by CR LF.</summary>
/// <param name="From">The sender's bare address.</param>
/// <param name="Recipients">The bare addresses of all receivers.</param>
/// <param name="Content">Headers and body.</param>
internal sealed record OutgoingMail(string From, ImmutableArray<string> Recipients, string Content)
{
    private const string LineEnd = "\r\n";

    /// <summary>Makes the mail.</summary>
    /// <exception cref="MailDeliveryException">An address is invalid.</exception>
    public static OutgoingMail Create(MailMessage mail, MailAddress from)
    {
        ImmutableArray<MailAddress> to = ReadAddresses(mail.To, "to");
        ImmutableArray<MailAddress> copies = ReadAddresses(TextOf(mail.Options["cc"]), "cc");
        ImmutableArray<MailAddress> hidden = ReadAddresses(TextOf(mail.Options["bcc"]), "bcc");
        ImmutableArray<MailAddress> replies = ReadAddresses(TextOf(mail.Options["reply_to"]), "reply_to");
        if (to.IsEmpty)
        {
            throw new MailDeliveryException("The mail has no receiver.");
        }

        HeaderWriter headers = new();
        headers.Add("From", Write([from]));
        headers.Add("To", Write(to));
        headers.AddUnlessEmpty("Cc", Write(copies));
        headers.AddUnlessEmpty("Reply-To", Write(replies));
        headers.Add("Subject", MailEncoding.EncodeHeader(mail.Subject));
        headers.Add("Date", DateTimeOffset.UtcNow.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        headers.Add("Message-ID", $"<{Guid.NewGuid():N}@{DomainOf(from)}>");
        headers.Add("MIME-Version", "1.0");
        string content = headers.ToString() + WriteBody(mail);
        return new OutgoingMail(Bare(from), [.. to.Concat(copies).Concat(hidden).Select(Bare).Distinct(StringComparer.OrdinalIgnoreCase)], content);
    }

    private static string WriteBody(MailMessage mail)
    {
        Value html = mail.Options["html"];
        if (html.AsString() is not { Length: > 0 } alternative)
        {
            return WritePart(html.IsTruthy && html.AsBoolean() == true ? "text/html" : "text/plain", mail.Body);
        }

        string boundary = $"part-{Guid.NewGuid():N}";
        return $"Content-Type: multipart/alternative; boundary=\"{boundary}\"{LineEnd}{LineEnd}"
            + $"--{boundary}{LineEnd}{WritePart("text/plain", mail.Body)}{LineEnd}"
            + $"--{boundary}{LineEnd}{WritePart("text/html", alternative)}{LineEnd}"
            + $"--{boundary}--{LineEnd}";
    }

    private static string WritePart(string type, string text) =>
        $"Content-Type: {type}; charset=utf-8{LineEnd}Content-Transfer-Encoding: quoted-printable{LineEnd}{LineEnd}{MailEncoding.EncodeBody(text)}";

    private static ImmutableArray<MailAddress> ReadAddresses(string text, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        MailAddressCollection addresses = [];
        try
        {
            addresses.Add(text);
        }
        catch (FormatException exception)
        {
            throw new MailDeliveryException($"The mail has an invalid address in {name}: {ValueDescription.Format(text)}.", exception);
        }

        if (addresses.FirstOrDefault(static address => (address.Address + address.DisplayName).Any(char.IsControl)) is not null)
        {
            throw new MailDeliveryException($"The mail has an invalid address in {name}: {ValueDescription.Format(text)}.");
        }

        return [.. addresses];
    }

    private static string TextOf(Value value) => ValueText.ToText(value);

    private static string Write(IEnumerable<MailAddress> addresses) => string.Join(
        ", ",
        addresses.Select(static address => address.DisplayName.Length == 0 ? Bare(address) : $"{WriteName(address.DisplayName)} <{Bare(address)}>"));

    private static string WriteName(string name) => System.Text.Ascii.IsValid(name)
        ? $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
        : MailEncoding.EncodeHeader(name);

    private static string Bare(MailAddress address) => $"{address.User}@{DomainOf(address)}";

    private static string DomainOf(MailAddress address)
    {
        try
        {
            return System.Text.Ascii.IsValid(address.Host) ? address.Host : new IdnMapping().GetAscii(address.Host);
        }
        catch (ArgumentException exception)
        {
            throw new MailDeliveryException($"The mail has an invalid address: {ValueDescription.Format(address.Address)}.", exception);
        }
    }

    private sealed class HeaderWriter
    {
        private readonly System.Text.StringBuilder _text = new();

        public void Add(string name, string value) => _text.Append(name).Append(": ").Append(value).Append(LineEnd);

        public void AddUnlessEmpty(string name, string value)
        {
            if (value.Length > 0)
            {
                Add(name, value);
            }
        }

        public override string ToString() => _text.ToString();
    }
}
