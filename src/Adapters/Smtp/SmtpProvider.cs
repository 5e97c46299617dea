using System.Text;
using MailKit;
using MailKit.Net.Smtp;
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
        SmtpClient? client = null;
        try
        {
            client = await _connections.TakeAsync(ending.Token);
            if (!client.Capabilities.HasFlag(SmtpCapabilities.UTF8) && !Ascii.IsValid(((MailboxAddress)mail.To[0]).LocalPart))
            {
                isUsable = true;
                return new ProviderAnswer.Refused("unsupported_address");
            }

            await client.SendAsync(mail, ending.Token, under);
            isUsable = true;
            return new ProviderAnswer.Accepted(mail.MessageId);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ProviderAnswer.TryLater("timed_out") { MayHaveArrived = under.HasBegun };
        }
        catch (Exception exception) when (SmtpAnswers.Of(exception, client is not null, under.HasBegun) is { } answer)
        {
            isUsable = exception is SmtpCommandException { StatusCode: not SmtpStatusCode.ServiceNotAvailable };
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
