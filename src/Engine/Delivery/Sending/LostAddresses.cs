using Microsoft.Extensions.Logging;

namespace PersonalizationEngine.Engine.Delivery.Sending;

/// <summary>Remembers addresses that providers said are nobody's.</summary>
public sealed partial class LostAddresses(ILogger<LostAddresses> logger)
{
    public Task ForgetAsync(string channel, string address, string personId, ProviderAnswer.AddressGone gone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(gone);
        Log.Gone(logger, channel, gone.Reason);
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(670, LogLevel.Information, "An address for {Channel} is nobody's: {Reason}.")]
        public static partial void Gone(ILogger logger, string channel, string reason);
    }
}
