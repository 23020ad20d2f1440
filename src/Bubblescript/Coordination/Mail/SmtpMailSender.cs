using System.Net.Mail;
using System.Net.Sockets;
using Polly;
using Polly.Retry;

namespace Bubblescript.Coordination.Mail;

/// <summary>
/// Hands mails to an SMTP server. Each mail has a connection of its own. A failure that may pass is tried again (<see cref="SmtpOptions.Retries"/>); the
/// mail is not stored meanwhile, so a host that stops loses mails that its server has not taken. Safe for use by several threads.
/// </summary>
/// <remarks>
/// Options of a script's <c>mail</c>: <c>cc</c>, <c>bcc</c> and <c>reply_to</c> (addresses), <c>html</c> (true: the body is HTML; a text: the HTML version
/// beside the body). Language reference, section 7.1.
/// </remarks>
public sealed class SmtpMailSender : IMailSender
{
    private readonly SmtpOptions _options;
    private readonly MailAddress _from;
    private readonly ResiliencePipeline _retries;

    /// <summary>Makes a sender for a server.</summary>
    /// <param name="options">The server.</param>
    /// <exception cref="ArgumentException">The sender's address is invalid, or credentials would be sent over an open connection.</exception>
    public SmtpMailSender(SmtpOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!MailAddress.TryCreate(options.From, out MailAddress? from))
        {
            throw new ArgumentException($"\"{options.From}\" is no mail address.", nameof(options));
        }

        if (options is { Security: SmtpSecurity.None, UserName: not null })
        {
            throw new ArgumentException("A password is not sent over an open connection; choose StartTls or Tls.", nameof(options));
        }

        _options = options;
        _from = from;
        _retries = CreateRetries(options);
    }

    /// <inheritdoc/>
    /// <exception cref="MailDeliveryException">The server did not take the mail, or the message cannot be sent as a mail.</exception>
    public async Task SendAsync(string address, MailMessage mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (!string.Equals(mail.Type, "mail", StringComparison.Ordinal))
        {
            throw new MailDeliveryException($"A message of the type {mail.Type} is no mail; the host needs another sender for it.");
        }

        OutgoingMail outgoing = OutgoingMail.Create(mail, _from);
        await _retries.ExecuteAsync(async token => await AttemptAsync(outgoing, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private static ResiliencePipeline CreateRetries(SmtpOptions options)
    {
        if (options.Retries <= 0)
        {
            return ResiliencePipeline.Empty;
        }

        return new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = new PredicateBuilder().Handle<MailDeliveryException>(static exception => exception.IsTransient),
            })
            .Build();
    }

    private async ValueTask AttemptAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.Timeout);
        try
        {
            SmtpConnection connection = await SmtpConnection.OpenAsync(_options, limit.Token).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                await connection.SendAsync(mail, limit.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new MailDeliveryException(
                $"The mail server {_options.Host} took longer than {_options.Timeout.TotalSeconds:0.###} s.", exception)
            { IsTransient = true };
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            throw new MailDeliveryException($"The mail server {_options.Host} cannot be reached: {exception.Message}", exception) { IsTransient = true };
        }
        catch (System.Security.Authentication.AuthenticationException exception)
        {
            throw new MailDeliveryException($"The connection to the mail server {_options.Host} is not secure: {exception.Message}", exception);
        }
    }
}
