using System.Text.Json;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Personalization;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Personalization;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>
/// Goes the way of a decision before the first visitor does, so that code is compiled, connections stand and caches are asked
/// once by then. It asks for a stranger, and nothing of it counts anywhere.
/// </summary>
internal sealed partial class FirstDecision(
    PersonalizeVisitor personalize, ItemCatalogue catalogue, TimeProvider time, ILogger<FirstDecision> logger)
{
    /// <summary>A system that is not there by then is met by visitors, who do not wait for it either.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), Pause = TimeSpan.FromMilliseconds(250);

    private const string Stranger = "nobody (the engine warms up)";

    /// <summary>Never fails; the start does not wait for it.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var began = time.GetTimestamp();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        ending.CancelAfter(Patience);
        try
        {
            while (await DecideAsync(ending.Token)) await Task.Delay(Pause, time, ending.Token);
            Log.Warm(logger, (long)time.GetElapsedTime(began).TotalMilliseconds);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            Log.NotWarm(logger, exception.GetType().Name);
        }
        catch (OperationCanceledException)
        {
            // The process ends before it was warm.
        }
    }

    /// <returns>Whether something it depends on was not there yet.</returns>
    private async Task<bool> DecideAsync(CancellationToken cancellationToken)
    {
        var question = new VisitorQuestion(Stranger, Slots: null, Limit: 10, AttributeMap.Empty, Explain: false)
        {
            IsRehearsal = true,
        };
        var answer = await personalize.RunAsync(question, cancellationToken);
        JsonSerializer.SerializeToUtf8Bytes(PersonalizeAnswer.Of(answer, catalogue), ApiJson.Default.PersonalizeAnswer);
        return answer.Sources.IsDegraded;
    }

    private static partial class Log
    {
        [LoggerMessage(732, LogLevel.Information, "Warm after {Milliseconds} ms: the first decision is made.")]
        public static partial void Warm(ILogger logger, long milliseconds);

        [LoggerMessage(733, LogLevel.Warning, "Not everything a decision needs was there within 30 s ({Reason}); the first visitors may find it slow or degraded.")]
        public static partial void NotWarm(ILogger logger, string reason);
    }
}
