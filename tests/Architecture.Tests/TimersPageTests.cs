using System.Text.RegularExpressions;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>The timers of docs/operating.md are those of the code, with their schedules.</summary>
public sealed partial class TimersPageTests
{
    [Fact]
    public void OperatingPage_ComparedWithTheCode_ListsEveryTimerAndItsSchedule()
    {
        var page = Listed().Matches(File.ReadAllText(Path.Combine(House.Root, "docs", "operating.md"))).Select(Read);
        var code = House.SourceFiles.Where(file => House.Relative(file).StartsWith(Path.Combine("src", "Functions"), StringComparison.Ordinal))
            .SelectMany(file => Timer().Matches(File.ReadAllText(file))).Select(Read).ToList();
        Assert.NotEmpty(code);
        Assert.Equal(code.Order(StringComparer.Ordinal), page.Order(StringComparer.Ordinal));
    }

    private static string Read(Match match) => $"{match.Groups[1].Value} {match.Groups[2].Value}";

    [GeneratedRegex("""\[Function\("?(\w+)(?:"|\.JobName)\)\][^{;]*?\[TimerTrigger\("([^"]+)"\)\]""")]
    private static partial Regex Timer();

    [GeneratedRegex("""^\| `(\w+)` \| `([^`]*\*)` \|""", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
