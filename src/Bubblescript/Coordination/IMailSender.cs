namespace Bubblescript.Coordination;

/// <summary>Sends the mails and text messages of scripts. Implementations are safe for use by several threads.</summary>
public interface IMailSender
{
    /// <summary>
    /// Sends one message. Called after the turn was committed; after a crash of the host it may be called again for the same message. An exception is
    /// reported to observers as <see cref="HostFault"/> and has no other effect.
    /// </summary>
    /// <param name="address">The conversation, master or group that sends it.</param>
    /// <param name="mail">The message.</param>
    /// <param name="cancellationToken">Cancelled when the host stops.</param>
    Task SendAsync(string address, MailMessage mail, CancellationToken cancellationToken);
}
