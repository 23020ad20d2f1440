namespace Bubblescript.Coordination;

/// <summary>A script sent a mail or text message; it has been handed to the host's <see cref="IMailSender"/>, if there is one.</summary>
/// <param name="Address">The process.</param>
/// <param name="Mail">The mail.</param>
public sealed record MailRequested(string Address, MailMessage Mail) : HostEvent(Address);
