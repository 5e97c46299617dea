using System.Diagnostics;
using System.Globalization;

namespace PersonalizationEngine.Bench.ManyRules;

/// <summary>
/// The contenders of <see cref="RuleBenchmarks"/> as a table: of each person the fastest of many rounds, because what another
/// process took away is not theirs, and of these the mean.
/// </summary>
internal static class RuleFigures
{
    private const int Rounds = 60;

    /// <summary>Time for the just-in-time compiler to have made its best of it, also where it has to wait for a processor.</summary>
    private static readonly TimeSpan ShortestOfOne = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LongestOfOne = TimeSpan.FromSeconds(15);

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
        var (fastest, bytes) = (Enumerable.Repeat(double.MaxValue, RuleBenchmarks.People).ToArray(), long.MaxValue);
        var begun = Stopwatch.GetTimestamp();
        for (var round = 0; IsWorthMore(round, Stopwatch.GetElapsedTime(begun)); round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var person = 0; person < fastest.Length; person++)
            {
                var started = Stopwatch.GetTimestamp();
                ask();
                fastest[person] = Math.Min(fastest[person], Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            }

            bytes = Math.Min(bytes, (GC.GetAllocatedBytesForCurrentThread() - before) / RuleBenchmarks.People);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {mix} | {name} | {fastest.Average():0.0} | {bytes} |"));
    }

    private static bool IsWorthMore(int round, TimeSpan elapsed) => elapsed < ShortestOfOne || (round < Rounds && elapsed < LongestOfOne);
}
