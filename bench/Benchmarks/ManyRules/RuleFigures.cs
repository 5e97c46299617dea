using System.Diagnostics;
using System.Globalization;

namespace PersonalizationEngine.Bench.ManyRules;

/// <summary>
/// The contenders of <see cref="RuleBenchmarks"/> as a table: of many short rounds over all people the fastest, because what another
/// process took away is not theirs.
/// </summary>
internal static class RuleFigures
{
    private const int Rounds = 60;

    private static readonly TimeSpan LongestOfOne = TimeSpan.FromSeconds(20);

    public static void Print(TextWriter output)
    {
        output.WriteLine("| rules | how | µs a person | bytes a person |");
        output.WriteLine("|---|---|---|---|");
        foreach (var mix in Enum.GetValues<RuleMix>())
        {
            var contenders = new RuleBenchmarks { Mix = mix };
            contenders.Prepare();
            Measure(output, mix, "engine, all rules found out", contenders.Engine);
            Measure(output, mix, "engine, four slots", contenders.EngineFourSlots);
            Measure(output, mix, "each condition compiled by itself", contenders.EachCompiledByItself);
            Measure(output, mix, "plain interpreter", contenders.PlainInterpreter);
            Measure(output, mix, "Microsoft RulesEngine", contenders.MicrosoftRulesEngine);
        }
    }

    private static void Measure<T>(TextWriter output, RuleMix mix, string name, Func<T> ask)
    {
        var (fastest, bytes) = (double.MaxValue, long.MaxValue);
        var begun = Stopwatch.GetTimestamp();
        for (var round = 0; round < Rounds && Stopwatch.GetElapsedTime(begun) < LongestOfOne; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            for (var person = 0; person < RuleBenchmarks.People; person++) ask();
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(started).TotalMicroseconds / RuleBenchmarks.People);
            bytes = Math.Min(bytes, (GC.GetAllocatedBytesForCurrentThread() - before) / RuleBenchmarks.People);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {mix} | {name} | {fastest:0.00} | {bytes} |"));
    }
}
