using PersonalizationEngine.Functions.Tests.RealSystems;

namespace PersonalizationEngine.Functions.Tests.Alerts;

/// <summary>Each alert's query on the telemetry of a quiet hour and of one in which what it is about goes wrong.</summary>
public sealed class AlertQueryTests(RealServers servers)
{
    public static TheoryData<string> Alerts => [.. AlertQuery.Names];

    [Theory]
    [MemberData(nameof(Alerts))]
    public async Task Alert_QuietHour_DoesNotFire(string name)
    {
        var tables = await NewTablesAsync();
        await Situations.QuietAsync(tables);
        Assert.Empty(await tables.RunAsync(AlertQuery.Read(name)));
    }

    [Theory]
    [MemberData(nameof(Alerts))]
    public async Task Alert_WhatItIsAbout_FiresAlone(string name)
    {
        var tables = await NewTablesAsync();
        await Situations.QuietAsync(tables);
        await Situations.Broken[name](tables);

        var fired = new List<string>();
        foreach (var alert in AlertQuery.Names)
        {
            if ((await tables.RunAsync(AlertQuery.Read(alert))).Count > 0) fired.Add(alert);
        }

        Assert.Equal([name], fired);
    }

    [Theory]
    [MemberData(nameof(Alerts))]
    public async Task Alert_NoTelemetryAtAll_CanBeRun(string name) => Assert.Empty(await (await NewTablesAsync()).RunAsync(AlertQuery.Read(name)));

    [Theory]
    [MemberData(nameof(Alerts))]
    public void Alert_NamesItsRunbook_WhichIsThere(string name)
    {
        var lines = AlertQuery.Read(name).Text.Split('\n');
        Assert.StartsWith("// ", lines[0], StringComparison.Ordinal);
        Assert.Equal($"// Runbook: docs/runbooks/{name}.md", lines[1]);
        Assert.Matches("^// Severity [0-4], window P(T[0-9]+[MH]|[12]D), every PT[0-9]+M$", lines[2]);
        Assert.True(File.Exists(Path.Combine(AlertQuery.Root, "docs", "runbooks", $"{name}.md")));
    }

    [Theory]
    [MemberData(nameof(Alerts))]
    public void Alert_AsksForMetrics_ThatThePageOnThemTellsOf(string name)
    {
        var page = Path.Combine(AlertQuery.Root, "docs", "observability.md");
        Assert.SkipUnless(File.Exists(page), "docs/observability.md is not there.");
        var query = AlertQuery.Read(name);
        // What .NET itself publishes is not ours to list.
        var own = query.Metrics.Where(metric => metric.StartsWith("personalization.", StringComparison.Ordinal)).ToList();
        var rows = File.ReadLines(page).Where(line => own.Any(metric => line.StartsWith($"| `{metric}` ", StringComparison.Ordinal))).ToList();
        Assert.Equal(own.Count, rows.Count);
        Assert.All(query.Attributes, attribute => Assert.Contains(rows, row => row.Contains(attribute, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Queries_KustosOwnParser_FindsNothingWrong()
    {
        KustoLanguage.SkipUnlessInstalled();
        var found = await KustoLanguage.CheckAsync(AlertQuery.Names.Select(name => Path.Combine(AlertQuery.Folder, $"{name}.kql")));
        Assert.Equal(AlertQuery.Names.Count, found.Count);
        Assert.All(found, file => Assert.True(file.Value!.AsArray().Count == 0, $"{file.Key}: {file.Value}"));
    }

    private async Task<TelemetryTables> NewTablesAsync() =>
        await TelemetryTables.CreateAsync(await servers.ClickHouseAsync(), AlertQuery.Names.SelectMany(name => AlertQuery.Read(name).Attributes).Distinct());
}
