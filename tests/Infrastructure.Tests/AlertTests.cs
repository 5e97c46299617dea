using System.Text.RegularExpressions;

namespace PersonalizationEngine.Infrastructure.Tests;

/// <summary>Every query of infra/alerts is an alert, as its own head says, and every alert has its page.</summary>
public sealed partial class AlertTests
{
    private static string[] Queries => [.. Directory.EnumerateFiles(House.At("infra", "alerts"), "*.kql").Order(StringComparer.Ordinal)];

    [Fact]
    public void LogAlerts_AreTheQueries()
    {
        var rules = Deployment.Of("prod").All("Microsoft.Insights/scheduledQueryRules").Select(rule => rule.GetProperty("properties"))
            .ToDictionary(rule => rule.GetProperty("displayName").GetString()!);

        Assert.Equal(Queries.Select(Path.GetFileNameWithoutExtension), rules.Keys.Order(StringComparer.Ordinal));
        Assert.All(Queries, file =>
        {
            var (text, rule) = (File.ReadAllText(file), rules[Path.GetFileNameWithoutExtension(file)]);
            var head = Head().Match(text);
            Assert.True(head.Success, file);
            Assert.Equal(head.Groups["severity"].Value, $"{rule.GetProperty("severity")}");
            Assert.Equal(head.Groups["window"].Value, rule.GetProperty("windowSize").GetString());
            Assert.Equal(head.Groups["every"].Value, rule.GetProperty("evaluationFrequency").GetString());
            var criterion = Assert.Single(rule.GetProperty("criteria").GetProperty("allOf").EnumerateArray());
            Assert.Equal(text, criterion.GetProperty("query").GetString());
            Assert.Equal(("Count", "GreaterThan", 0), (criterion.GetProperty("timeAggregation").GetString(), criterion.GetProperty("operator").GetString(), criterion.GetProperty("threshold").GetInt32()));
            Assert.StartsWith(text.Split('\n')[0][3..], rule.GetProperty("description").GetString(), StringComparison.Ordinal);
        });
    }

    /// <summary>The one figure of a query that depends on the deployment.</summary>
    [Fact]
    public void MemoryAlert_GoesByTheMemoryOfAnInstance() => Assert.Contains(
        "instanceMegabytes = 4096",
        Deployment.Of("whole").All("Microsoft.Insights/scheduledQueryRules").Single(rule => rule.GetProperty("name").GetString()!.StartsWith("alert-memory", StringComparison.Ordinal)).GetRawText(),
        StringComparison.Ordinal);

    [Theory, InlineData("dev", false), InlineData("prod", true)]
    public void Alerts_GoByOneSwitchAndTellTheOneGroup(string environment, bool enabled)
    {
        var deployment = Deployment.Of(environment);
        var alerts = deployment.All("Microsoft.Insights/scheduledQueryRules").Concat(deployment.All("Microsoft.Insights/metricAlerts")).ToArray();
        var group = deployment.One("Microsoft.Insights/actionGroups").GetProperty("name").GetString()!;

        Assert.Equal(Queries.Length + (environment == "dev" ? 2 : 3), alerts.Length);
        Assert.All(alerts, alert =>
        {
            var properties = alert.GetProperty("properties");
            Assert.Equal(enabled, properties.GetProperty("enabled").GetBoolean());
            Assert.True(properties.GetProperty("autoMitigate").GetBoolean());
            Assert.Contains(group, properties.GetProperty("actions").GetRawText(), StringComparison.Ordinal);
            var runbook = Runbook().Match(properties.GetProperty("description").GetString()!);
            Assert.True(File.Exists(House.At(runbook.Value)), alert.GetProperty("name").GetString());
        });
    }

    [Fact]
    public void ConnectionAlert_ComesBeforeTheServerRefuses()
    {
        var prod = Deployment.Of("prod");
        var most = prod.All("Microsoft.DBforMySQL/flexibleServers/configurations")
            .Single(setting => setting.GetProperty("name").GetString()!.EndsWith("max_connections", StringComparison.Ordinal)).GetProperty("properties").GetProperty("value").GetString();
        var alert = prod.All("Microsoft.Insights/metricAlerts").Single(rule => rule.GetProperty("name").GetString()!.Contains("mysql-connections", StringComparison.Ordinal));

        Assert.Equal(1365, int.Parse(most!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(1092, alert.GetProperty("properties").GetProperty("criteria").GetProperty("allOf")[0].GetProperty("threshold").GetInt32());
    }

    [GeneratedRegex(@"^// Severity (?<severity>[0-4]), window (?<window>P\w+), every (?<every>P\w+)$", RegexOptions.Multiline)]
    private static partial Regex Head();

    [GeneratedRegex(@"docs/runbooks/[a-z0-9-]+\.md")]
    private static partial Regex Runbook();
}
