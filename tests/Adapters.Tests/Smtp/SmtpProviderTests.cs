using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using PersonalizationEngine.Adapters.Smtp;
using PersonalizationEngine.Adapters.Tests.Webhooks;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Servers.Hooks;

namespace PersonalizationEngine.Adapters.Tests.Smtp;

public sealed class SmtpProviderTests
{
    [Fact]
    public async Task Send_Message_IsAMailOfTextAndHtmlUnderItsId()
    {
        await using var server = MailReceiver.Start();
        await using var services = Of(server.Port);
        var message = Senders.Message();
        message = message with
        {
            Content = message.Content with
            {
                Subject = "Grüße",
                Headers = new Dictionary<string, string> { ["List-Unsubscribe"] = "<https://example.com/u?t=1>", ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click" },
            },
        };

        var sent = await services.SendAsync(message);

        Assert.Equal(new SentBy("smtp", new ProviderAnswer.Accepted("msg_1@shop.example")), sent);
        var mail = Read(Assert.Single(server.Mails));
        Assert.Equal(("msg_1@shop.example", "Grüße", "\"Shop\" <hello@shop.example>", "anna@example.com"), (mail.MessageId, mail.Subject, mail.From.ToString(), mail.To.ToString()));
        Assert.Equal(("Hello Anna", "<p>Hello</p>"), (mail.TextBody?.Trim(), mail.HtmlBody?.Trim()));
        Assert.Equal(("<https://example.com/u?t=1>", "List-Unsubscribe=One-Click"), (mail.Headers["List-Unsubscribe"], mail.Headers["List-Unsubscribe-Post"]));
    }

    [Fact]
    public async Task Send_Many_GoOverOneConnection()
    {
        await using var server = MailReceiver.Start();
        await using var services = Of(server.Port);

        for (var n = 0; n < 5; n++) Assert.IsType<ProviderAnswer.Accepted>((await services.SendAsync(Senders.Message($"msg_{n}"))).Answer);

        Assert.Equal((5, 1), (server.Mails.Count, server.Connections));
    }

    [Theory]
    [InlineData("Hello\r\nBcc: eve@example.com")]
    [InlineData("Hello\nBcc: eve@example.com\n\nbody")]
    [InlineData("Hello\u0000\u000b")]
    public async Task Send_SubjectWithALineEnd_StaysOneSubject(string subject)
    {
        await using var server = MailReceiver.Start();
        await using var services = Of(server.Port);
        var message = Senders.Message();

        await services.SendAsync(message with { Content = message.Content with { Subject = subject } });

        var mail = Read(Assert.Single(server.Mails));
        Assert.Empty(mail.Bcc);
        Assert.StartsWith("Hello", mail.Subject, StringComparison.Ordinal);
        Assert.Equal("Hello Anna", mail.TextBody?.Trim());
    }

    [Theory]
    [InlineData("Bcc", "eve@example.com")]
    [InlineData("Content-Type", "text/plain")]
    [InlineData("X-Ok\r\nBcc", "eve@example.com")]
    [InlineData("List-Unsubscribe", "<https://a>\r\nBcc: eve@example.com")]
    public async Task Send_HeaderThatIsNotOurs_IsRefused(string name, string value)
    {
        await using var server = MailReceiver.Start();
        await using var services = Of(server.Port);
        var message = Senders.Message();

        var sent = await services.SendAsync(message with { Content = message.Content with { Headers = new Dictionary<string, string> { [name] = value } } });

        Assert.Equal("invalid_header", Assert.IsType<ProviderAnswer.Refused>(sent.Answer).Reason);
        Assert.Empty(server.Mails);
    }

    [Theory]
    [InlineData("anna")]
    [InlineData("anna@example.com, eve@example.com")]
    [InlineData("anna@example.com\r\nBcc: eve@example.com")]
    [InlineData("")]
    public async Task Send_ToNoAddress_FindsNobodyThere(string address)
    {
        await using var server = MailReceiver.Start();
        await using var services = Of(server.Port);

        Assert.Equal(new ProviderAnswer.AddressGone("invalid_address"), (await services.SendAsync(Senders.Message() with { Address = address })).Answer);
        Assert.Empty(server.Mails);
    }

    [Theory]
    [InlineData("550 5.1.1 no such user", "gone:invalid_address")]
    [InlineData("550 5.7.1 spam", "refused:refused")]
    [InlineData("552 5.2.2 full", "refused:refused")]
    [InlineData("451 4.7.1 greylisted", "later:deferred")]
    [InlineData("421 4.3.2 closing", "later:failed")]
    public async Task Send_RecipientAnswered_IsReadByItsCode(string answer, string expected)
    {
        await using var server = MailReceiver.Start();
        server.ToRecipient = answer;
        await using var services = Of(server.Port);

        Assert.Equal(expected, Word((await services.SendAsync()).Answer));
    }

    [Theory]
    [InlineData("554 5.6.0 bad content", "refused:refused")]
    [InlineData("452 4.3.1 no space", "later:deferred")]
    [InlineData("", "later:cut_off?")]
    public async Task Send_MailAnswered_IsReadByItsCodeAndMayHaveArrivedWithoutOne(string answer, string expected)
    {
        await using var server = MailReceiver.Start();
        server.ToMail = answer;
        await using var services = Of(server.Port);

        Assert.Equal(expected, Word((await services.SendAsync()).Answer));
    }

    [Fact]
    public async Task Send_ToAnAddressTheServerCannotWrite_IsRefusedAndTheNextGoes()
    {
        await using var server = MailReceiver.Start();
        await using var services = Of(server.Port);

        Assert.NotEqual("accepted", Word((await services.SendAsync(Senders.Message() with { Address = "jürgen@example.com" })).Answer));
        Assert.Equal("accepted", Word((await services.SendAsync(Senders.Message())).Answer));
    }

    [Fact]
    public async Task Send_ServerWithoutTls_IsNotTrusted()
    {
        await using var server = MailReceiver.Start();
        await using var services = Of(server.Port, allowsPlain: false);

        Assert.Equal("later:not_secure", Word((await services.SendAsync()).Answer));
        Assert.Empty(server.Mails);
    }

    private static ServiceProvider Of(int port, bool allowsPlain = true) => Senders.With(services => services.AddSmtp(
        new SmtpOptions("127.0.0.1", port, IsSecure: false, null, null, "Shop <hello@shop.example>", 4) { AllowsPlain = allowsPlain }));

    private static MimeMessage Read(string mail)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail));
        return MimeMessage.Load(stream, TestContext.Current.CancellationToken);
    }

    private static string Word(ProviderAnswer answer) => answer switch
    {
        ProviderAnswer.TryLater later => $"later:{later.Reason}{(later.MayHaveArrived ? "?" : "")}",
        ProviderAnswer.Refused refused => $"refused:{refused.Reason}",
        ProviderAnswer.AddressGone gone => $"gone:{gone.Reason}",
        _ => "accepted",
    };
}
