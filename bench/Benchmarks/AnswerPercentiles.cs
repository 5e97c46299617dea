using System.Diagnostics;
using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Bench;

/// <summary>
/// How long single answers take, over many different people: a mean hides the slow ones. Of all answers, and of each question's
/// fastest in several rounds, because what another process took away is not the answer's.
/// </summary>
internal static class AnswerPercentiles
{
    private const int Rounds = 5;

    public static void Print(TextWriter output)
    {
        using var recommender = Shop.Open();
        var questions = Shop.Questions();
        RecommendationQuery[] unexplained = [.. questions.Select(question => question with { Explain = false })];
        var answer = new RecommendationBuffer();
        output.WriteLine($"Blend: {Shop.BlendOf(recommender)}");
        output.WriteLine();
        output.WriteLine("| list | p50 | p99 | slowest | p99 of all rounds | bytes an answer |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var shelf in Enum.GetValues<RecommendationShelf>())
        {
            output.WriteLine(Measure($"{shelf}", questions, question => recommender.Ask(shelf, question, answer)));
            output.WriteLine(Measure($"{shelf}, page", unexplained, question => recommender.Ask(shelf, question)));
            output.WriteLine(Measure($"{shelf}, page explained", questions, question => recommender.Ask(shelf, question)));
        }
    }

    private static string Measure(string name, RecommendationQuery[] questions, Action<RecommendationQuery> ask)
    {
        var fastest = Enumerable.Repeat(double.MaxValue, questions.Length).ToArray();
        var all = new List<double>(questions.Length * (Rounds + 1));
        var bytes = long.MaxValue;
        for (var round = 0; round <= Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var place = 0; place < questions.Length; place++)
            {
                var started = Stopwatch.GetTimestamp();
                ask(questions[place]);
                all.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
                fastest[place] = Math.Min(fastest[place], all[^1]);
            }

            bytes = Math.Min(bytes, (GC.GetAllocatedBytesForCurrentThread() - before) / questions.Length);
        }

        Array.Sort(fastest);
        // The first round is that of the just-in-time compiler.
        all.RemoveRange(0, questions.Length);
        all.Sort();
        return FormattableString.Invariant(
            $"| {name} | {fastest[fastest.Length / 2]:0} µs | {fastest[fastest.Length * 99 / 100]:0} µs | {fastest[^1]:0} µs | {all[all.Count * 99 / 100]:0} µs | {bytes} |");
    }
}
