using MailKit.Net.Smtp;
using MailKit.Security;
using PersonalizationEngine.Engine.Delivery.Sending;

namespace PersonalizationEngine.Adapters.Smtp;

/// <summary>What a mail server means by its codes; the table is in docs/channels.md.</summary>
internal static class SmtpAnswers
{
    private const int LongestDetail = 300;

    /// <param name="isConnected">And signed in; else it was on the way there.</param>
    /// <param name="hasBegun">The mail itself was under way: the server may have taken it.</param>
    /// <returns>Null for what is no trouble of mail.</returns>
    public static ProviderAnswer? Of(Exception exception, bool isConnected, bool hasBegun) => exception switch
    {
        SmtpCommandException command => Of(command),
        AuthenticationException or SaslException => new ProviderAnswer.TryLater("not_allowed"),
        SslHandshakeException => new ProviderAnswer.TryLater("not_secure"),
        // The server cannot write to an address that is not in ASCII.
        NotSupportedException when isConnected => new ProviderAnswer.Refused("unsupported_address"),
        // It knows no STARTTLS, or no way to sign in that we know.
        NotSupportedException => new ProviderAnswer.TryLater("not_secure"),
        TimeoutException => new ProviderAnswer.TryLater("timed_out") { MayHaveArrived = hasBegun },
        IOException or System.Net.Sockets.SocketException or SmtpProtocolException or MailKit.ServiceNotConnectedException =>
            new ProviderAnswer.TryLater(hasBegun ? "cut_off" : "not_connected") { MayHaveArrived = hasBegun },
        _ => null,
    };

    private static ProviderAnswer Of(SmtpCommandException exception)
    {
        var (code, detail) = ((int)exception.StatusCode, Detail(exception));
        return exception.ErrorCode switch
        {
            _ when code == 421 => new ProviderAnswer.TryLater("failed"),
            // About this mail or mailbox: greylisting, a full mailbox. Others go through.
            _ when code < 500 => new ProviderAnswer.TryLater("deferred") { IsBusy = true },
            _ when code is 530 or 534 or 535 => new ProviderAnswer.TryLater("not_allowed"),
            SmtpErrorCode.RecipientNotAccepted when code is 550 or 551 or 553 && !IsPolicy(exception) => new ProviderAnswer.AddressGone("invalid_address", detail),
            SmtpErrorCode.SenderNotAccepted => new ProviderAnswer.TryLater("not_allowed"),
            _ => new ProviderAnswer.Refused("refused", detail),
        };
    }

    /// <summary>Enhanced code 5.7: the mailbox is there, the mail is not wanted.</summary>
    private static bool IsPolicy(SmtpCommandException exception) => exception.Message.StartsWith("5.7.", StringComparison.Ordinal);

    private static string Detail(SmtpCommandException exception)
    {
        var text = $"{(int)exception.StatusCode} {exception.Message}";
        return text.Length <= LongestDetail ? text : text[..LongestDetail];
    }
}
