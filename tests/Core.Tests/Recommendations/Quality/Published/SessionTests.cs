using System.Globalization;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Quality.Published;

/// <summary>
/// Yoochoose clicks, the next click of a session from its last item alone, clicks on seen items not asked for. The figure of
/// .5877 for plain counts takes a click as first among its equals, of which counts have many.
/// </summary>
public sealed class SessionTests(ITestOutputHelper output)
{
    private const int K = 20;

    [Fact]
    public void CoOccurrence_LastItem_HitRateOfOthers()
    {
        var (first, last) = HitRates(SessionRuleSettings.CoOccurrence);

        Assert.Equal(0.5877, first, 0.003);
        Assert.True(last < first);
    }

    /// <returns>The share of clicks among the first 20 if they come first among their equals, and if they come last.</returns>
    private (double First, double Last) HitRates(SessionRuleSettings settings)
    {
        var train = Read("rsc15/yoochoose-clicks-100k_train_full.txt");
        var test = Read("rsc15/yoochoose-clicks-100k_test.txt");
        var items = train.Concat(test).SelectMany(session => session).Distinct().Order(StringComparer.Ordinal).ToArray();
        var numbers = items.Index().ToDictionary(item => item.Item, item => item.Index);
        int[][] Numbered(IEnumerable<string[]> sessions) =>
            [.. sessions.Select(session => session.Select(item => numbers[item]).ToArray())];

        var matrix = new InteractionMatrixBuilder();
        foreach (var session in Numbered(train))
        {
            foreach (var item in session.Distinct()) matrix.Add(item, 1, 0);
            matrix.EndPerson();
        }

        var model = new SessionRulesTrainer(settings).Train(matrix.Build(items.Length));
        var (asked, first, last) = (0, 0, 0);
        var scores = new ScoreBuffer();
        foreach (var session in Numbered(test))
        {
            for (var next = 1; next < session.Length; next++)
            {
                var seen = session[..next];
                if (seen.Contains(session[next])) continue;
                scores.Reset(items.Length);
                model.Score([new(seen[^1], 1)], scores);
                int[] candidates = [.. scores.Touched.ToArray().Except(seen)];
                var score = scores[session[next]];
                asked++;
                if (score == 0) continue;
                if (candidates.Count(item => scores[item] > score) < K) first++;
                if (candidates.Count(item => scores[item] >= score) <= K) last++;
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"HR@{K} {(double)first / asked:F4} first among equals, {(double)last / asked:F4} last, of {asked}"));
        return ((double)first / asked, (double)last / asked);
    }

    private static string[][] Read(string path) =>
    [
        .. from line in SharedData.Lines(path).Skip(1)
           let fields = line.Split('\t')
           group fields[1] by fields[0] into session
           select session.ToArray(),
    ];
}
