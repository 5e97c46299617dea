using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Engine.Delivery.Providers;

/// <summary>The way to one provider: so many messages at a time, and none while it fails.</summary>
internal sealed class ProviderLane(IChannelProvider provider, ChannelOptions options, OutsideSystems systems) : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _places = new(options.Concurrency);

    // A provider keeps its own time limit; the budget is there for one that does not.
    private readonly OutsideSystem _system = systems.Get(provider.Name, new OutsideSystemOptions(options.Timeout + Grace, options.Rest, LeastCalls: 10));

    public string Name => provider.Name;

    public string Channel => provider.Channel;

    public async Task<ProviderAnswer> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (_system.IsResting) return Resting();
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await _system.CallAsync(token => AskAsync(message, token), cancellationToken);
        }
        catch (OutsideSystemException exception) when (exception.InnerException is FailedAnswer failed)
        {
            return failed.Answer;
        }
        catch (OutsideSystemException exception) when (!exception.WasTried)
        {
            return Resting();
        }
        catch (OutsideSystemException exception)
        {
            return new ProviderAnswer.TryLater(exception.InnerException is TimeoutException ? "timed_out" : "failed") { MayHaveArrived = true };
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private ProviderAnswer.TryLater Resting() => new("resting", options.Rest) { WasAsked = false };

    private async Task<ProviderAnswer> AskAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var answer = await provider.SendAsync(message, cancellationToken);
        // The breaker counts what is thrown.
        return answer is ProviderAnswer.TryLater { IsBusy: false } down ? throw new FailedAnswer(down) : answer;
    }

    private sealed class FailedAnswer(ProviderAnswer.TryLater answer) : Exception(answer.Reason)
    {
        public ProviderAnswer.TryLater Answer => answer;
    }
}
