using PersonalizationEngine.Engine.Delivery.Posting;
using PersonalizationEngine.Engine.Delivery.Providers;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Delivery.Signing;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Webhooks;

/// <summary>A provider that is told by a webhook, as docs/channels.md lays down.</summary>
internal sealed class WebhookProvider(
    string name, string channel, Uri address, WebhookSigner signer, ChannelOptions options, IWebhookPost post) : IChannelProvider
{
    public string Name => name;

    public string Channel => channel;

    public async Task<ProviderAnswer> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var outcome = await post.SendAsync(
            new SignedPost(message.MessageId, address, MessageDocument.Write(message), signer, options.Timeout) { AllowsPrivate = true },
            cancellationToken);
        return outcome switch
        {
            PostOutcome.Answered answered => AnswerReader.Read(answered),
            PostOutcome.Unanswered none => new ProviderAnswer.TryLater(none.Reason) { MayHaveArrived = none.MayHaveArrived },
            _ => throw new ArgumentOutOfRangeException(nameof(message), outcome, "An outcome nobody knows."),
        };
    }
}
