using System.Text.RegularExpressions;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>Who looks for a log line by its number finds one place.</summary>
public sealed partial class LogTests
{
    [Fact]
    public void LogMessages_Numbers_AreEachGivenOnce()
    {
        // The embedded host numbers its own.
        var numbers = House.SourceFiles.Where(file => !file.Contains("EmbeddedHost", StringComparison.Ordinal))
            .SelectMany(file => Number().Matches(File.ReadAllText(file)).Select(match => match.Groups["number"].Value));

        Assert.Empty(numbers.GroupBy(number => number).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [GeneratedRegex(@"LoggerMessage\((?<number>\d+),")]
    private static partial Regex Number();
}
