using MailKit;
using MimeKit;
using PersonalizationEngine.Engine.Delivery.Providers;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Smtp;

/// <summary>Sends mail by SMTP.</summary>
internal sealed class SmtpProvider(SmtpOptions options, ChannelOptions channels, TimeProvider time) : IChannelProvider, IDisposable
{
    public const string ProviderName = "smtp";

    private readonly SmtpConnections _connections = new(options, channels.Timeout, time);
    private readonly MailboxAddress _from = MailboxAddress.Parse(options.From);

    public string Name => ProviderName;

    public string Channel => "email";

    public async Task<ProviderAnswer> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var (mail, refusal) = MailWriter.Write(message, _from);
        if (mail is null) return refusal!;
        using (mail) return await SendAsync(mail, cancellationToken);
    }

    public void Dispose() => _connections.Dispose();

    private async Task<ProviderAnswer> SendAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(channels.Timeout, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var (under, isUsable) = (new Transfer(), false);
        MailKit.Net.Smtp.SmtpClient? client = null;
        try
        {
            client = await _connections.TakeAsync(ending.Token);
            await client.SendAsync(mail, ending.Token, under);
            isUsable = true;
            return new ProviderAnswer.Accepted(mail.MessageId);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ProviderAnswer.TryLater("timed_out") { MayHaveArrived = under.HasBegun };
        }
        catch (Exception exception) when (SmtpAnswers.Of(exception, under.HasBegun) is { } answer)
        {
            isUsable = exception is MailKit.Net.Smtp.SmtpCommandException { StatusCode: not MailKit.Net.Smtp.SmtpStatusCode.ServiceNotAvailable };
            return answer;
        }
        finally
        {
            if (client is not null) _connections.GiveBack(client, isUsable);
        }
    }

    /// <summary>Tells whether the mail itself was on its way.</summary>
    private sealed class Transfer : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;

        public void Report(long bytesTransferred) => HasBegun = true;
    }
}
