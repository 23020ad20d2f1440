using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Bubblescript.Tests.Coordination.Mail;

/// <summary>A mail server on a free port of the loopback address that keeps what it is given.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2 _certificate = CreateCertificate();
    private readonly Task _running;
    private readonly List<string> _commands = [];

    public SmtpSink()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _running = RunAsync();
    }

    public int Port { get; }

    /// <summary>What the server says it can do.</summary>
    public string[] Extensions { get; init; } = ["SIZE 1000000"];

    /// <summary>Whether the connection is secure from its first byte.</summary>
    public bool IsSecure { get; init; }

    /// <summary>Replies in the place of the usual ones; null for the usual one. The text <c>close</c> closes the connection.</summary>
    public Func<string, string?> Override { get; init; } = static _ => null;

    public List<ReceivedMail> Mails { get; } = [];

    public int Connections { get; private set; }

    public IReadOnlyList<string> Commands
    {
        get
        {
            lock (_commands)
            {
                return [.. _commands];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _running;
        _certificate.Dispose();
        _stop.Dispose();
    }

    private static X509Certificate2 CreateCertificate()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                await ServeAsync(client.GetStream());
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Stream stream)
    {
        try
        {
            stream = IsSecure ? await SecureAsync(stream) : stream;
            await WriteAsync(stream, "220 sink ready");
            ReceivedMail mail = new("", [], "");
            while (await ReadLineAsync(stream) is { } line)
            {
                lock (_commands)
                {
                    _commands.Add(line);
                }

                string reply = Override(line) ?? Reply(line);
                if (reply == "close")
                {
                    break;
                }

                await WriteAsync(stream, reply);
                if (line == "STARTTLS" && reply.StartsWith("220", StringComparison.Ordinal))
                {
                    stream = await SecureAsync(stream);
                }
                else if (line.StartsWith("MAIL FROM:", StringComparison.Ordinal))
                {
                    mail = mail with { From = line["MAIL FROM:".Length..] };
                }
                else if (line.StartsWith("RCPT TO:", StringComparison.Ordinal))
                {
                    mail = mail with { Recipients = [.. mail.Recipients, line["RCPT TO:".Length..]] };
                }
                else if (line == "DATA" && reply.StartsWith("354", StringComparison.Ordinal))
                {
                    mail = mail with { Content = await ReadContentAsync(stream) };
                    string taken = Override(".") ?? "250 taken";
                    if (taken.StartsWith("250", StringComparison.Ordinal))
                    {
                        Mails.Add(mail);
                    }

                    await WriteAsync(stream, taken);
                }
                else if (line == "QUIT")
                {
                    break;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client has gone; some tests want that.
        }
        finally
        {
            await stream.DisposeAsync();
        }
    }

    private string Reply(string line) => line.Split(' ', ':')[0] switch
    {
        "EHLO" => string.Join("\r\n", Extensions.SkipLast(1).Prepend("sink").Select(static text => "250-" + text)) + $"\r\n250 {Extensions[^1]}",
        "STARTTLS" => "220 go ahead",
        "AUTH" => line.StartsWith("AUTH PLAIN ", StringComparison.Ordinal) ? "235 welcome" : "334 VXNlcm5hbWU6",
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        "MAIL" or "RCPT" => "250 ok",
        _ => "500 what?",
    };

    private async Task<Stream> SecureAsync(Stream stream)
    {
        SslStream secure = new(stream, leaveInnerStreamOpen: false);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        return secure;
    }

    private async Task<string> ReadContentAsync(Stream stream)
    {
        StringBuilder content = new();
        while (await ReadLineAsync(stream) is { } line && line != ".")
        {
            content.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return content.ToString();
    }

    private async Task<string?> ReadLineAsync(Stream stream)
    {
        List<byte> line = [];
        byte[] one = new byte[1];
        while (await stream.ReadAsync(one, _stop.Token) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return null;
    }

    private async Task WriteAsync(Stream stream, string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), _stop.Token);
}
