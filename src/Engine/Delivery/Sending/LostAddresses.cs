using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Suppressions;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Sending;

/// <summary>Remembers addresses that providers said are nobody's: a device is forgotten, any other address gets nothing more.</summary>
public sealed class LostAddresses(IPushTokens tokens, ISuppressions suppressions, TimeProvider time)
{
    /// <param name="provider">Who said so.</param>
    public Task ForgetAsync(
        string channel, string address, string personId, string provider, ProviderAnswer.AddressGone gone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(gone);
        if (channel == Channels.Push) return tokens.ForgetAsync(address, cancellationToken);
        return ChannelAddress.Of(channel, address) is { } at
            ? suppressions.AddAsync([new Suppression(at, SuppressionReasons.Bounce, gone.Detail ?? gone.Reason, personId, provider, time.GetUtcNow())], null, cancellationToken)
            : Task.CompletedTask;
    }
}
