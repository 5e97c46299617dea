using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Engine.Delivery.Providers;

/// <summary>
/// One attempt to send: the first provider of the channel is asked, and when it is down, the next one takes over under the same
/// message id. None takes over where the first one may have the message, refuses it, or only asks for a moment.
/// </summary>
public sealed partial class SendByProviders : IMessageSender, IDisposable
{
    private static readonly Counter<long> Sent = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.messages.handed_over", unit: "{message}", description: "Attempts to hand a message to a provider, by what it answered.");

    private static readonly SentBy Nobody = new("", new ProviderAnswer.Refused("no_provider"));

    private readonly FrozenDictionary<string, ProviderLane[]> _lanes;
    private readonly ChannelOptions _options;
    private readonly IPushTokens? _pushTokens;
    private readonly ILogger<SendByProviders> _logger;

    public SendByProviders(
        IEnumerable<IChannelProvider> providers, ChannelOptions options, OutsideSystems systems, ILogger<SendByProviders> logger, IPushTokens? pushTokens = null)
    {
        (_options, _logger, _pushTokens) = (options, logger, pushTokens);
        _lanes = providers.Select(provider => new ProviderLane(provider, options, systems))
            .GroupBy(lane => lane.Channel, StringComparer.Ordinal)
            .ToFrozenDictionary(lanes => lanes.Key, lanes => lanes.ToArray(), StringComparer.Ordinal);
    }

    public bool CanSend(string channel) => _lanes.ContainsKey(channel);

    public async Task<SentBy> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!_lanes.TryGetValue(message.Channel, out var lanes)) return Nobody;
        var maybe = message.MaybeWith is { } name ? Array.Find(lanes, lane => lane.Name == name) : null;

        var last = Nobody;
        foreach (var lane in maybe is null ? lanes : [maybe])
        {
            last = await AskAsync(lane, message, cancellationToken);
            if (!TakesOver(last.Answer)) break;
        }

        if (last.Answer is ProviderAnswer.AddressGone && message.Channel == "push") await ForgetAsync(message, cancellationToken);
        return last;
    }

    public void Dispose()
    {
        foreach (var lane in _lanes.Values.SelectMany(lanes => lanes)) lane.Dispose();
    }

    private static async Task<SentBy> AskAsync(ProviderLane lane, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var answer = await lane.SendAsync(message, cancellationToken);
        Sent.Add(1, KeyValuePair.Create("provider", (object?)lane.Name), KeyValuePair.Create("answer", (object?)Word(answer)));
        return new SentBy(lane.Name, answer);
    }

    private async Task ForgetAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (_pushTokens is null) return;
        try
        {
            await _pushTokens.ForgetAsync(message.Address, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The provider says it again the next time.
            Log.NotForgotten(_logger, message.MessageId, exception);
        }
    }

    private bool TakesOver(ProviderAnswer answer) => answer is ProviderAnswer.TryLater { MayHaveArrived: false } later
        && (!later.IsBusy || later.After > _options.LongWait);

    private static string Word(ProviderAnswer answer) => answer switch
    {
        ProviderAnswer.Accepted => "accepted",
        ProviderAnswer.TryLater => "try_later",
        ProviderAnswer.Refused => "refused",
        _ => "address_gone",
    };

    private static partial class Log
    {
        [LoggerMessage(610, LogLevel.Warning, "The push token of message {Message} is of no use any more and could not be removed.")]
        public static partial void NotForgotten(ILogger logger, string message, Exception exception);
    }
}
