using System.Text.Json;
using System.Text.RegularExpressions;

namespace PersonalizationEngine.Infrastructure.Tests;

/// <summary>The workbook asks for what the engine reports, by the names it has in the code.</summary>
public sealed partial class WorkbookTests
{
    private static readonly string[] Queries = ReadQueries();

    [Fact]
    public void Queries_Metrics_AreReportedByTheCode()
    {
        var asked = Queries.SelectMany(query => Metric().Matches(query).Select(match => match.Value)).Distinct().Order(StringComparer.Ordinal).ToArray();
        var code = string.Concat(Directory.EnumerateFiles(House.At("src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        Assert.NotEmpty(asked);
        Assert.All(asked, metric => Assert.Contains($"\"{metric}\"", code, StringComparison.Ordinal));
    }

    /// <summary>What no tile shows, nobody looks at.</summary>
    [Fact]
    public void MetricsOfTheAlerts_HaveATile()
    {
        var alerted = Directory.EnumerateFiles(House.At("infra", "alerts"), "*.kql").SelectMany(file => Metric().Matches(File.ReadAllText(file)).Select(match => match.Value)).Distinct();

        Assert.Empty(alerted.Except(Queries.SelectMany(query => Metric().Matches(query).Select(match => match.Value))).Except(["personalization.delivery.stuck_runs"]));
    }

    [Theory, InlineData("dev"), InlineData("prod")]
    public void Workbook_IsDeployedAsItStands(string environment)
    {
        var data = Deployment.Of(environment).One("Microsoft.Insights/workbooks").GetProperty("properties").GetProperty("serializedData").GetString();

        Assert.Equal(File.ReadAllText(House.At("infra", "bicep", "workbook.json")), data);
    }

    private static string[] ReadQueries()
    {
        using var workbook = JsonDocument.Parse(File.ReadAllText(House.At("infra", "bicep", "workbook.json")));
        return [.. workbook.RootElement.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("type").GetInt32() == 3)
            .Select(item => item.GetProperty("content").GetProperty("query").GetString()!)];
    }

    [GeneratedRegex(@"personalization\.[a-z_]+(\.[a-z_]+)*")]
    private static partial Regex Metric();
}
