using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations.Training;

namespace PersonalizationEngine.Recommenders.Million;

/// <summary>Fills, trains and asks the embedded recommender of a large site, and writes what that took.</summary>
internal static class MillionRun
{
    public static async Task WriteAsync(TextWriter report, int people, int items, int visits)
    {
        await using var services = LargeSite.Open(new Crowd(people, items, visits), items);
        var (training, feed) = (services.GetRequiredService<IRecommenderTraining>(), services.GetRequiredService<IRecommenderFeed>());
        using var visitors = new Visitors(services.GetRequiredService<IEmbeddedRecommender>(), feed, people, items);
        visitors.Come();

        WriteHead(report);
        var begun = Clock.Now();
        await training.LoadAsync(CancellationToken.None);
        var filledAndTrained = Clock.Now();
        var first = training.Report().Summary!;
        var trainingBegun = filledAndTrained.At - (long)(first.Duration.TotalSeconds * Stopwatch.Frequency);
        Write(report, visitors, "reading and learning", begun.At, trainingBegun, null);
        Write(report, visitors, "first training: choosing, then all", trainingBegun, filledAndTrained.At, filledAndTrained.ProcessorSeconds - begun.ProcessorSeconds);

        var again = Clock.Now();
        await training.TrainAsync(CancellationToken.None);
        var trained = Clock.Now();
        Write(report, visitors, "training anew", again.At, trained.At, trained.ProcessorSeconds - again.ProcessorSeconds);

        GC.Collect();
        var idle = Clock.Now();
        await Task.Delay(TimeSpan.FromSeconds(10));
        var end = Clock.Now();
        Write(report, visitors, "serving and learning alone", idle.At, end.At, end.ProcessorSeconds - idle.ProcessorSeconds);
        await visitors.LeaveAsync();

        WriteFoot(report, training.Report(), first);
    }

    private static void WriteHead(TextWriter report)
    {
        report.WriteLine("| phase | seconds | CPU s | most memory, MB | answers | p50, µs | p99, µs | slowest, µs |");
        report.WriteLine("|---|---|---|---|---|---|---|---|");
    }

    private static void WriteFoot(TextWriter report, ModelReport models, TrainingSummary first)
    {
        var (choice, peak) = (models.Choice, Process.GetCurrentProcess().PeakWorkingSet64 / 1e6);
        report.WriteLine();
        report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {first.People:N0} people, {first.Items:N0} items, {first.Interactions:N0} interactions learnt; chosen: {choice?.Dense}, lambda
            {choice?.Lambda}, {choice?.Neighbours}. **Largest working set of the process: {peak:N0} MB.**
            """));
    }

    private static void Write(TextWriter report, Visitors visitors, string phase, long from, long until, double? processorSeconds)
    {
        var answers = visitors.Answers(from, until);
        report.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {phase} | {Stopwatch.GetElapsedTime(from, until).TotalSeconds:F1} | {processorSeconds:F1} "
            + $"| {visitors.MostMegabytes(from, until):N0} | {answers.Length:N0} "
            + $"| {answers.ElementAtOrDefault(answers.Length / 2):F0} | {answers.ElementAtOrDefault(answers.Length * 99 / 100):F0} | {answers.LastOrDefault():F0} |"));
        report.Flush();
    }

    private readonly record struct Clock(long At, double ProcessorSeconds)
    {
        public static Clock Now() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime.TotalSeconds);
    }
}
