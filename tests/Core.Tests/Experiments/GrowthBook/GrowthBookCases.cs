using System.Text.Json;
using PersonalizationEngine.Core.Tests.Recommendations.Quality;

namespace PersonalizationEngine.Core.Tests.Experiments.GrowthBook;

/// <summary>GrowthBook's public cases, which every SDK of theirs passes (MIT; data for tests, not for the repository).</summary>
internal static class GrowthBookCases
{
    /// <summary>The cases of one group; where the file is absent the running test is skipped and says so.</summary>
    public static IEnumerable<JsonElement> Of(string group) =>
        JsonElement.Parse(string.Join('\n', SharedData.Lines(Path.Combine("..", "vectors", "growthbook-cases.json")))).GetProperty(group).EnumerateArray();

    /// <summary>Runs them all and tells which failed: one row per case would need the file when tests are listed.</summary>
    public static void AllPass(string group, int least, Func<JsonElement, string?> whatIsWrong)
    {
        var cases = Of(group).ToList();
        Assert.True(cases.Count >= least, $"Only {cases.Count} cases of {group}.");
        Assert.Empty(cases.Select(one => (one, Wrong: whatIsWrong(one))).Where(result => result.Wrong is not null)
            .Select(result => $"{result.one[0]} {result.one[1]}: {result.Wrong}"));
    }
}
