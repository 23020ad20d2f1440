using System.Globalization;
using System.Text;
using Bubblescript.Coordination;
using Bubblescript.Coordination.Mail;
using Bubblescript.Values;
using FsCheck;
using FsCheck.Fluent;
using static Bubblescript.Tests.Values.Sample;

namespace Bubblescript.Tests.Coordination.Mail;

public sealed class SmtpMailSenderTests
{
    [Fact]
    public async Task A_mail_arrives_as_it_was_written()
    {
        await using SmtpSink sink = new();
        await SendAsync(sink, Mail("ann@example.com", "Your order", "Two cups.\n.\n..hidden\nBye = now \n"));
        ReceivedMail mail = sink.Mails.Single();
        mail.From.Should().Be("<bot@example.com>");
        mail.Recipients.Should().Equal("<ann@example.com>");
        mail.Header("From").Should().Be("\"Coffee bot\" <bot@example.com>");
        mail.Header("To").Should().Be("ann@example.com");
        mail.Header("Subject").Should().Be("Your order");
        mail.Header("Content-Type").Should().Be("text/plain; charset=utf-8");
        mail.Body.Should().Be("Two cups.\r\n.\r\n..hidden\r\nBye = now \r\n");
        DateTimeOffset.ParseExact(mail.Header("Date"), "ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            .Should().BeCloseTo(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1));
        sink.Commands.Should().HaveElementAt(0, "EHLO localhost");
    }

    [Fact]
    public async Task Every_character_of_the_world_arrives()
    {
        await using SmtpSink sink = new();
        string subject = "Ünïcödé 👍🏽 " + string.Concat(Enumerable.Repeat("日本語", 30));
        string body = "naïve\n" + new string('é', 200) + "\n" + new string('x', 300);
        await SendAsync(sink, Mail("\"Zoë\" <zoe@example.com>", subject, body));
        ReceivedMail mail = sink.Mails.Single();
        Ascii.IsValid(mail.Content).Should().BeTrue();
        mail.Content.Split("\r\n").Should().OnlyContain(static line => line.Length <= 78);
        DecodeWords(mail.Header("Subject")).Should().Be(subject);
        mail.Header("To").Should().Be("=?utf-8?B?Wm/Dqw==?= <zoe@example.com>");
        mail.Body.Should().Be(body.ReplaceLineEndings("\r\n") + "\r\n");
    }

    [Fact]
    public void Quoted_printable_gives_back_every_text()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), static text =>
        {
            string wellFormed = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get)).ReplaceLineEndings("\r\n");
            string encoded = MailEncoding.EncodeBody(wellFormed);
            return ReceivedMail.Decode(encoded) == wellFormed && encoded.Split("\r\n").All(static line => line.Length <= 76);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Copies_and_hidden_copies_are_sent_to_all()
    {
        await using SmtpSink sink = new();
        await SendAsync(sink, Mail(
            "ann@example.com, Bob <bob@example.com>", "Hi", "x", ("cc", "cy@example.com"), ("bcc", List("dee@example.com", "ANN@example.com")), ("reply_to", "desk@example.com")));
        ReceivedMail mail = sink.Mails.Single();
        mail.Recipients.Should().Equal("<ann@example.com>", "<bob@example.com>", "<cy@example.com>", "<dee@example.com>");
        mail.Header("To").Should().Be("ann@example.com, \"Bob\" <bob@example.com>");
        mail.Header("Cc").Should().Be("cy@example.com");
        mail.Header("Reply-To").Should().Be("desk@example.com");
        mail.Content.Should().NotContain("dee@example.com");
    }

    [Fact]
    public async Task Html_stands_alone_or_beside_the_text()
    {
        await using SmtpSink sink = new();
        await SendAsync(sink, Mail("ann@example.com", "Hi", "<b>Hi</b>", ("html", true)));
        await SendAsync(sink, Mail("ann@example.com", "Hi", "plain", ("html", "<b>rich</b>")));
        sink.Mails[0].Header("Content-Type").Should().Be("text/html; charset=utf-8");
        sink.Mails[0].Body.Should().Be("<b>Hi</b>\r\n");
        sink.Mails[1].Header("Content-Type").Should().StartWith("multipart/alternative; boundary=");
        sink.Mails[1].Content.Should().Contain("plain").And.Contain("<b>rich</b>");
    }

    [Theory]
    [InlineData("a@example.com\r\nBcc: evil@example.com")]
    [InlineData("no address")]
    [InlineData("<a@example.com>, evil")]
    public async Task An_invalid_address_is_refused(string to)
    {
        await using SmtpSink sink = new();
        (await FailAsync(sink, Mail(to, "Hi", "x"))).Should().StartWith("The mail has an invalid address in to: \"");
        sink.Connections.Should().Be(0);
    }

    [Fact]
    public async Task A_subject_cannot_begin_a_header_of_its_own()
    {
        await using SmtpSink sink = new();
        await SendAsync(sink, Mail("ann@example.com", "Hi\r\nBcc: evil@example.com\r\n\r\nBody", "x"));
        sink.Mails.Single().Header("Subject").Should().Be("Hi  Bcc: evil@example.com    Body");
    }

    [Fact]
    public async Task A_mail_without_receiver_and_a_text_message_are_refused()
    {
        await using SmtpSink sink = new();
        (await FailAsync(sink, Mail(" ", "Hi", "x"))).Should().Be("The mail has no receiver.");
        (await FailAsync(sink, new MailMessage("sms_notify", "+3161", "", "x", MapValue.Empty)))
            .Should().Be("A message of the type sms_notify is no mail; the host needs another sender for it.");
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls, false)]
    [InlineData(SmtpSecurity.Tls, true)]
    public async Task The_connection_is_secure_before_anybody_signs_in(SmtpSecurity security, bool isSecure)
    {
        await using SmtpSink sink = new() { IsSecure = isSecure, Extensions = ["STARTTLS", "AUTH LOGIN PLAIN"] };
        await SendAsync(Options(sink) with { Security = security, UserName = "bot", Password = "s3cret" }, Mail("ann@example.com", "Hi", "x"));
        sink.Mails.Should().ContainSingle();
        List<string> commands = [.. sink.Commands];
        commands.Should().Contain("AUTH PLAIN " + Convert.ToBase64String("\0bot\0s3cret"u8));
        if (security == SmtpSecurity.StartTls)
        {
            commands.IndexOf("STARTTLS").Should().BeLessThan(commands.FindIndex(static command => command.StartsWith("AUTH", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Signing_in_step_by_step_works_too()
    {
        int step = 0;
        await using SmtpSink sink = new()
        {
            IsSecure = true,
            Extensions = ["AUTH LOGIN"],
            Override = line => line.Contains(' ') || line is "DATA" or "." or "QUIT" ? null : ++step == 1 ? "334 UGFzc3dvcmQ6" : "235 welcome",
        };
        await SendAsync(Options(sink) with { Security = SmtpSecurity.Tls, UserName = "bot", Password = "s3cret" }, Mail("ann@example.com", "Hi", "x"));
        sink.Commands.Should().ContainInOrder("AUTH LOGIN", Convert.ToBase64String("bot"u8), Convert.ToBase64String("s3cret"u8));
        sink.Mails.Should().ContainSingle();
    }

    [Fact]
    public async Task A_server_that_cannot_be_trusted_gets_nothing()
    {
        await using SmtpSink sink = new() { Extensions = ["STARTTLS"] };
        SmtpOptions options = Options(sink) with { Security = SmtpSecurity.StartTls, ValidateCertificate = null };
        (await FailAsync(options, Mail("ann@example.com", "Hi", "x"))).Should().StartWith("The connection to the mail server 127.0.0.1 is not secure: ");
        sink.Commands.Should().NotContain(static command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_without_security_gets_nothing_unless_the_host_says_so()
    {
        await using SmtpSink sink = new();
        (await FailAsync(Options(sink) with { Security = SmtpSecurity.StartTls }, Mail("ann@example.com", "Hi", "x")))
            .Should().Be("The mail server 127.0.0.1 does not offer a secure connection (STARTTLS).");
        FluentActions.Invoking(() => new SmtpMailSender(Options(sink) with { UserName = "bot" }))
            .Should().Throw<ArgumentException>().WithMessage("A password is not sent over an open connection; choose StartTls or Tls.*");
    }

    [Fact]
    public async Task Commands_that_were_slipped_in_before_the_connection_was_secure_are_not_believed()
    {
        await using SmtpSink sink = new()
        {
            Extensions = ["STARTTLS"],
            Override = static line => line == "STARTTLS" ? "220 go ahead\r\n250 everything is fine" : null,
        };
        (await FailAsync(Options(sink) with { Security = SmtpSecurity.StartTls }, Mail("ann@example.com", "Hi", "x")))
            .Should().Be("The mail server 127.0.0.1 sent more than its reply before the connection was secure.");
    }

    [Fact]
    public async Task A_failure_that_may_pass_is_tried_again()
    {
        int attempts = 0;
        await using SmtpSink sink = new() { Override = line => line == "DATA" && attempts++ < 2 ? "451 later" : null };
        await SendAsync(sink, Mail("ann@example.com", "Hi", "x"));
        sink.Mails.Should().ContainSingle();
        sink.Connections.Should().Be(3);
    }

    [Fact]
    public async Task A_broken_connection_is_tried_again()
    {
        int attempts = 0;
        await using SmtpSink sink = new() { Override = line => line.StartsWith("RCPT", StringComparison.Ordinal) && attempts++ == 0 ? "close" : null };
        await SendAsync(sink, Mail("ann@example.com", "Hi", "x"));
        sink.Mails.Should().ContainSingle();
        sink.Connections.Should().Be(2);
    }

    [Fact]
    public async Task A_final_refusal_is_not_tried_again()
    {
        await using SmtpSink sink = new() { Override = static line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 no such user" : null };
        (await FailAsync(sink, Mail("ann@example.com", "Hi", "x"))).Should().Be("The mail server 127.0.0.1 refused RCPT TO:<ann@example.com>: 550 no such user");
        sink.Connections.Should().Be(1);
    }

    [Fact]
    public async Task Retries_come_to_an_end()
    {
        await using SmtpSink sink = new() { Override = static line => line == "DATA" ? "451 later" : null };
        (await FailAsync(sink, Mail("ann@example.com", "Hi", "x"))).Should().Be("The mail server 127.0.0.1 refused DATA: 451 later");
        sink.Connections.Should().Be(4);
    }

    [Fact]
    public async Task A_refused_password_is_not_repeated_in_the_error()
    {
        await using SmtpSink sink = new()
        {
            IsSecure = true,
            Extensions = ["AUTH PLAIN"],
            Override = static line => line.StartsWith("AUTH", StringComparison.Ordinal) ? "535 wrong" : null,
        };
        (await FailAsync(Options(sink) with { Security = SmtpSecurity.Tls, UserName = "bot", Password = "s3cret" }, Mail("ann@example.com", "Hi", "x")))
            .Should().Be("The mail server 127.0.0.1 refused AUTH: 535 wrong");
    }

    [Fact]
    public async Task A_server_that_is_none_is_recognised()
    {
        await using SmtpSink sink = new() { Override = static _ => "HTTP/1.1 400 Bad Request" };
        (await FailAsync(sink, Mail("ann@example.com", "Hi", "x"))).Should().Be("The server 127.0.0.1 does not speak like a mail server.");
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_named()
    {
        SmtpSink sink = new();
        SmtpOptions options = Options(sink) with { Retries = 0 };
        await sink.DisposeAsync();
        (await FailAsync(options, Mail("ann@example.com", "Hi", "x"))).Should().Be("The mail server 127.0.0.1 cannot be reached: Connection refused");
    }

    [Fact]
    public async Task A_host_that_stops_gives_the_mail_up()
    {
        await using SmtpSink sink = new() { Override = static line => line == "DATA" ? "451 later" : null };
        using CancellationTokenSource stop = new();
        SmtpMailSender sender = new(Options(sink) with { RetryDelay = TimeSpan.FromMinutes(1) });
        Task sending = sender.SendAsync("main~ann", Mail("ann@example.com", "Hi", "x"), stop.Token);
        await stop.CancelAsync();
        await FluentActions.Awaiting(() => sending).Should().ThrowAsync<OperationCanceledException>();
    }

    private static MailMessage Mail(string to, string subject, string body, params ReadOnlySpan<(string Key, Value Value)> options) =>
        new("mail", to, subject, body, MapValue.From(options));

    private static SmtpOptions Options(SmtpSink sink) => new()
    {
        Host = "127.0.0.1",
        Port = sink.Port,
        Security = SmtpSecurity.None,
        From = "Coffee bot <bot@example.com>",
        RetryDelay = TimeSpan.FromMilliseconds(1),
        ValidateCertificate = static (_, _, _, _) => true,
    };

    private static Task SendAsync(SmtpSink sink, MailMessage mail) => SendAsync(Options(sink), mail);

    private static Task SendAsync(SmtpOptions options, MailMessage mail) =>
        new SmtpMailSender(options).SendAsync("main~ann", mail, TestContext.Current.CancellationToken);

    private static Task<string> FailAsync(SmtpSink sink, MailMessage mail) => FailAsync(Options(sink), mail);

    private static async Task<string> FailAsync(SmtpOptions options, MailMessage mail) =>
        (await FluentActions.Awaiting(() => SendAsync(options, mail)).Should().ThrowAsync<MailDeliveryException>()).Which.Message;

    private static string DecodeWords(string header) => string.Concat(header.Split(' ').Select(static word =>
        Encoding.UTF8.GetString(Convert.FromBase64String(word["=?utf-8?B?".Length..^2]))));
}
