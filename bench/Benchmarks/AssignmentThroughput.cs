using System.Diagnostics;
using System.Globalization;
using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Bench;

/// <summary>
/// Assignments a second on all cores: the engine's hot path, its whole path with reasons, and Microsoft.FeatureManagement, on the
/// same people in one run. Each figure is the best of several rounds; beside it stands the processor time one assignment took,
/// which other work on the machine does not change.
/// </summary>
internal static class AssignmentThroughput
{
    private const int People = 100_000, Rounds = 7;

    private static readonly string[] Ids = [.. Enumerable.Range(0, People).Select(person => $"user-{1_000_000 + person}")];

    public static async Task PrintAsync(TextWriter output)
    {
        var experiments = AssignmentSubjects.Experiments;
        var theirs = new FeatureManagementSubject(experiments.Count);
        await output.WriteLineAsync("| what | assignments a second | processor time of one | allocated by one |");
        await output.WriteLineAsync("|---|---|---|---|");
        await PrintAsync(output, "by hash alone, in a batch", 40, Batch);
        await PrintAsync(output, "whole, with what was kept and the reason", 20, Whole);
        await PrintAsync(output, "Microsoft.FeatureManagement 4.7.0, GetVariantAsync", 1, theirs.AssignAll);

        long Batch(int core, int cores, int times)
        {
            var (made, variants) = (0L, new int[People]);
            for (var time = 0; time < times; time++)
            {
                var experiment = experiments[(core + time) % experiments.Count];
                experiment.Allocator.Spread(Ids, variants);
                made += variants.Length;
            }

            return made;
        }

        long Whole(int core, int cores, int times)
        {
            var made = 0L;
            for (var time = 0; time < times; time++)
            {
                var experiment = experiments[(core + time) % experiments.Count];
                foreach (var id in Ids)
                    if (experiment.Allocator.Allocate(new Applicant(id, AssignmentSubjects.Attributes, AssignmentSubjects.Now)).Variant >= 0) made++;
            }

            return made;
        }
    }

    private static async Task PrintAsync(TextWriter output, string what, int times, Func<int, int, int, long> assign)
    {
        var (fastest, cheapest, bytes) = (0d, double.MaxValue, 0d);
        assign(0, 1, 1);
        for (var round = 0; round < Rounds; round++)
        {
            var (cores, before, allocated) = (Environment.ProcessorCount, Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes(true));
            var started = Stopwatch.GetTimestamp();
            var made = (await Task.WhenAll(Enumerable.Range(0, cores).Select(core => Task.Factory.StartNew(
                () => assign(core, cores, times), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)))).Sum();
            var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
            fastest = Math.Max(fastest, made / Stopwatch.GetElapsedTime(started).TotalSeconds);
            cheapest = Math.Min(cheapest, spent.TotalNanoseconds / made);
            bytes = (double)(GC.GetTotalAllocatedBytes(true) - allocated) / made;
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"| {what} | {fastest / 1e6:0.0} million | {cheapest:0} ns | {bytes:0} B |"));
    }
}
