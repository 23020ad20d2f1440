using System.Collections.Immutable;
using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Bubblescript.Coordination.Mail;

/// <summary>One connection to a mail server (RFC 5321), signed in and ready to take mails.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private const int LongestLine = 4096;
    private const int MostLines = 100;

    private readonly SmtpOptions _options;
    private readonly byte[] _buffer = new byte[LongestLine];
    private Stream _stream;
    private int _start;
    private int _end;
    private ImmutableArray<string> _extensions = [];

    private SmtpConnection(SmtpOptions options, Stream stream)
    {
        _options = options;
        _stream = stream;
    }

    /// <summary>Connects, makes the connection secure and signs in, as the options say.</summary>
    public static async Task<SmtpConnection> OpenAsync(SmtpOptions options, CancellationToken cancellationToken)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(options.Host, options.Port, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        SmtpConnection connection = new(options, new NetworkStream(socket, ownsSocket: true));
        try
        {
            await connection.GreetAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection._stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Hands a mail over. When the method returns, the server is responsible for it.</summary>
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        bool needsUnicode = mail.Recipients.Append(mail.From).Any(static address => !Ascii.IsValid(address));
        if (needsUnicode && !_extensions.Contains("SMTPUTF8", StringComparer.OrdinalIgnoreCase))
        {
            throw new MailDeliveryException($"The mail server {_options.Host} does not take addresses with characters beyond ASCII.");
        }

        await CommandAsync($"MAIL FROM:<{mail.From}>{(needsUnicode ? " SMTPUTF8" : "")}", 250, cancellationToken).ConfigureAwait(false);
        foreach (string recipient in mail.Recipients)
        {
            await CommandAsync($"RCPT TO:<{recipient}>", 250, cancellationToken).ConfigureAwait(false);
        }

        await CommandAsync("DATA", 354, cancellationToken).ConfigureAwait(false);
        string content = mail.Content.EndsWith("\r\n", StringComparison.Ordinal) ? mail.Content : mail.Content + "\r\n";

        // A line that begins with a dot would end the mail; it gets a second one, which the server takes off.
        string stuffed = content.Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
        await CommandAsync(stuffed + ".", 250, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            using CancellationTokenSource limit = new(TimeSpan.FromSeconds(2));
            await WriteAsync("QUIT", limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Taking leave is a courtesy; the mail has been taken or refused before.
        }

        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    private async Task GreetAsync(CancellationToken cancellationToken)
    {
        if (_options.Security == SmtpSecurity.Tls)
        {
            await SecureAsync(cancellationToken).ConfigureAwait(false);
        }

        Check(await ReadReplyAsync(cancellationToken).ConfigureAwait(false), 220, "the connection");
        await HelloAsync(cancellationToken).ConfigureAwait(false);
        if (_options.Security == SmtpSecurity.StartTls)
        {
            if (!_extensions.Contains("STARTTLS", StringComparer.OrdinalIgnoreCase))
            {
                throw new MailDeliveryException($"The mail server {_options.Host} does not offer a secure connection (STARTTLS).");
            }

            await CommandAsync("STARTTLS", 220, cancellationToken).ConfigureAwait(false);
            if (_start < _end)
            {
                // Somebody put commands behind the reply, to be read as if they had come over the secure connection.
                throw new MailDeliveryException($"The mail server {_options.Host} sent more than its reply before the connection was secure.");
            }

            await SecureAsync(cancellationToken).ConfigureAwait(false);
            await HelloAsync(cancellationToken).ConfigureAwait(false);
        }

        if (_options.UserName is not null)
        {
            await SignInAsync(_options.UserName, _options.Password ?? "", cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task HelloAsync(CancellationToken cancellationToken)
    {
        SmtpReply reply = await CommandAsync("EHLO localhost", 250, cancellationToken).ConfigureAwait(false);
        _extensions = [.. reply.Lines.Skip(1)];
    }

    private async Task SecureAsync(CancellationToken cancellationToken)
    {
        SslStream secure = new(_stream, leaveInnerStreamOpen: false);
        _stream = secure;
        SslClientAuthenticationOptions options = new() { TargetHost = _options.Host };
        if (_options.ValidateCertificate is { } validate)
        {
            options.RemoteCertificateValidationCallback = validate;
        }

        await secure.AuthenticateAsClientAsync(options, cancellationToken).ConfigureAwait(false);
    }

    private async Task SignInAsync(string userName, string password, CancellationToken cancellationToken)
    {
        string methods = _extensions.FirstOrDefault(static line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase)) ?? "";
        string[] offered = methods.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries);
        if (offered.Contains("PLAIN", StringComparer.OrdinalIgnoreCase))
        {
            await CommandAsync($"AUTH PLAIN {Encode($"\0{userName}\0{password}")}", 235, cancellationToken, "AUTH").ConfigureAwait(false);
            return;
        }

        if (offered.Contains("LOGIN", StringComparer.OrdinalIgnoreCase))
        {
            await CommandAsync("AUTH LOGIN", 334, cancellationToken).ConfigureAwait(false);
            await CommandAsync(Encode(userName), 334, cancellationToken, "AUTH").ConfigureAwait(false);
            await CommandAsync(Encode(password), 235, cancellationToken, "AUTH").ConfigureAwait(false);
            return;
        }

        throw new MailDeliveryException($"The mail server {_options.Host} offers no way to sign in that is known here (PLAIN or LOGIN).");
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends a command and demands a reply; <paramref name="shown"/> stands for it in errors, because commands may hold a password.</summary>
    private async Task<SmtpReply> CommandAsync(string command, int expected, CancellationToken cancellationToken, string? shown = null)
    {
        await WriteAsync(command, cancellationToken).ConfigureAwait(false);
        SmtpReply reply = await ReadReplyAsync(cancellationToken).ConfigureAwait(false);
        Check(reply, expected, shown ?? (command.Length > 200 ? "the mail" : command));
        return reply;
    }

    private void Check(SmtpReply reply, int expected, string command)
    {
        // 251: the server forwards the mail.
        if (reply.Code != expected && !(expected == 250 && reply.Code == 251))
        {
            throw new MailDeliveryException($"The mail server {_options.Host} refused {command}: {reply}") { IsTransient = reply.Code is >= 400 and < 500 };
        }
    }

    private async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(text + "\r\n"), cancellationToken).ConfigureAwait(false);
        await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<SmtpReply> ReadReplyAsync(CancellationToken cancellationToken)
    {
        ImmutableArray<string>.Builder lines = ImmutableArray.CreateBuilder<string>();
        while (true)
        {
            string line = await ReadLineAsync(cancellationToken).ConfigureAwait(false);
            bool hasCode = line.Length >= 3 && int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out _);
            if (!hasCode || lines.Count == MostLines)
            {
                throw new MailDeliveryException($"The server {_options.Host} does not speak like a mail server.");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
            {
                return new SmtpReply(int.Parse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture), lines.DrainToImmutable());
            }
        }
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        StringBuilder line = new();
        while (line.Length <= LongestLine)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = await _stream.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false);
                if (_end == 0)
                {
                    throw new IOException("the server closed the connection");
                }
            }

            char character = (char)_buffer[_start++];
            if (character == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(character);
        }

        throw new MailDeliveryException($"The server {_options.Host} does not speak like a mail server.");
    }
}
