namespace Bubblescript.Coordination.Mail;

/// <summary>How the connection to a mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Plain text; credentials are refused. For servers on the same machine.</summary>
    None,

    /// <summary>The connection begins in plain text and must become secure before anything is sent (port 587).</summary>
    StartTls,

    /// <summary>The connection is secure from its first byte (port 465).</summary>
    Tls,
}
