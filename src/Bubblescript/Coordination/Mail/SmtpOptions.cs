using System.Net.Security;

namespace Bubblescript.Coordination.Mail;

/// <summary>The mail server of a <see cref="SmtpMailSender"/>. Immutable.</summary>
public sealed record SmtpOptions
{
    /// <summary>The name or address of the server.</summary>
    public required string Host { get; init; }

    /// <summary>The port. Default 587.</summary>
    public int Port { get; init; } = 587;

    /// <summary>How the connection is protected. Default <see cref="SmtpSecurity.StartTls"/>.</summary>
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>The user name, or null to send without signing in.</summary>
    public string? UserName { get; init; }

    /// <summary>The password of <see cref="UserName"/>.</summary>
    public string? Password { get; init; }

    /// <summary>The sender of all mails: an address, with or without a name (<c>Coffee bot &lt;bot@example.com&gt;</c>).</summary>
    public required string From { get; init; }

    /// <summary>The longest time of one attempt. Default 30 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How often a mail is tried again after a failure that may pass: no connection, a broken connection before the mail was handed over, a reply 4xx.
    /// Default 3. A reply 5xx is final.
    /// </summary>
    public int Retries { get; init; } = 3;

    /// <summary>The pause before the first repetition; it doubles each time. Default 2 seconds.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Checks the certificate of the server instead of the operating system; for tests.</summary>
    internal RemoteCertificateValidationCallback? ValidateCertificate { get; init; }
}
