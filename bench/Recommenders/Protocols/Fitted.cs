using System.Diagnostics;
using PersonalizationEngine.Recommenders.Contenders;

namespace PersonalizationEngine.Recommenders.Protocols;

/// <summary>A trained contender with what the training took.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="ProcessorSeconds">Of all threads together; what remains comparable on a busy machine.</param>
internal sealed record Fitted(IContender Contender, ITrainedContender Trained, double Seconds, double ProcessorSeconds) : IDisposable
{
    public static Fitted Of(IContender contender, TrainingPart training)
    {
        var clock = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var trained = contender.Train(training);
        return new Fitted(contender, trained, clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    public void Dispose() => Trained.Dispose();
}
