using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Functions.Tests.Telemetry;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Functions.Tests.Alerts;

/// <summary>
/// A real engine and the alerts that look at what it tells. It tells every second what others tell every minute: each export
/// stands for a minute, so that an hour of alerts passes in a minute of tests. Counters and histograms are told as what was added
/// (delta), as Azure Monitor's exporter does.
/// </summary>
internal sealed class Watch : IAsyncDisposable
{
    /// <summary>Of every query but those that look back on an hour and more.</summary>
    private const int LongestWindow = 10, Looks = 240;

    private readonly OtlpReceiver _receiver;
    private readonly TelemetryTables _tables;

    private Watch(OtlpReceiver receiver, TelemetryTables tables, EngineProcess engine) => (_receiver, _tables, Engine) = (receiver, tables, engine);

    public EngineProcess Engine { get; }

    public EngineClient Client => Engine.Client;

    public static async Task<Watch> StartAsync(ClickHouseServer clickHouse, params (string Name, string Value)[] settings)
    {
        var receiver = new OtlpReceiver();
        var tables = await TelemetryTables.CreateAsync(clickHouse, AlertQuery.Names.SelectMany(name => AlertQuery.Read(name).Attributes).Distinct());
        var engine = await EngineProcess.StartAsync(
            null,
            [
                .. receiver.Settings, ("OTEL_METRIC_EXPORT_INTERVAL", "1000"), ("OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", "delta"),
                ("telemetry__look_seconds", "1"), .. settings,
            ]);
        await engine.Client.BecomeReadyAsync();
        return new Watch(receiver, tables, engine);
    }

    /// <summary>Lets the longest window of most alerts fill, and looks whether they could have fired: there was something to see.</summary>
    public async Task AssertQuietAsync(params string[] alerts)
    {
        // What a start brings with it is no fault, and has gone by when the windows are full.
        var from = _receiver.Exports.Count;
        await UntilAsync(() => Task.FromResult(_receiver.Exports.Count >= from + LongestWindow + 1), "ten exports");
        foreach (var alert in alerts)
        {
            var query = AlertQuery.Read(alert);
            Assert.True(query.Metrics.Count == 0 || _receiver.Exports.TakeLast(3).Any(export => export.Points.Any(point => query.Metrics.Contains(point.Name))), $"Nothing was told that {alert} looks at.");
            Assert.True(query.Metrics.Count > 0 || _receiver.Exports.TakeLast(3).Any(export => export.Requests.Count > 0), $"No request was told, and {alert} looks at them.");
            Assert.Empty(await RowsAsync(query));
        }
    }

    public async Task UntilFiresAsync(params string[] alerts)
    {
        foreach (var alert in alerts) await UntilAsync(async () => (await RowsAsync(AlertQuery.Read(alert))).Count > 0, $"{alert} fires");
    }

    public async Task UntilOverAsync(params string[] alerts)
    {
        foreach (var alert in alerts) await UntilAsync(async () => (await RowsAsync(AlertQuery.Read(alert))).Count == 0, $"{alert} is over");
    }

    /// <returns>What the alert's query finds in all that was told until now.</returns>
    public async Task<IReadOnlyList<string>> RowsAsync(AlertQuery query)
    {
        await _tables.EmptyAsync();
        var exports = _receiver.Exports.Reverse().Select((export, minute) => (Export: export, Ago: TimeSpan.FromSeconds((minute * 60) + 5))).ToList();
        await _tables.AddAsync(
            from one in exports
            from point in one.Export.Points
            where query.Metrics.Contains(point.Name)
            select new MetricRow(one.Ago, point.Name, point.Sum, point.Count, "one", point.Attributes.Where(pair => query.Attributes.Contains(pair.Key)).ToDictionary()));
        foreach (var (export, ago) in query.Metrics.Count > 0 ? [] : exports.Take(LongestWindow + 1))
        {
            foreach (var same in export.Requests.GroupBy(request => (request.Name, request.Status)))
                await _tables.AddRequestsAsync(ago, same.Key.Name, 1, same.Key.Status, same.Count());
        }

        return await _tables.RunAsync(query);
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        _receiver.Dispose();
    }

    private static async Task UntilAsync(Func<Task<bool>> happened, string what)
    {
        for (var looks = 0; looks < Looks; looks++)
        {
            if (await happened()) return;
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"It did not come to it: {what}.");
    }
}
