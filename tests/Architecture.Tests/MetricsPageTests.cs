using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using PersonalizationEngine.Adapters.Redis;
using PersonalizationEngine.Engine;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>The page on observability tells of exactly the metrics that there are.</summary>
public sealed class MetricsPageTests
{
    [Fact]
    public void ObservabilityPage_Table_IsWhatTheCodeMeasures()
    {
        var written = File.ReadLines(Path.Combine(House.Root, "docs", "observability.md"))
            .Where(line => line.StartsWith("| `personalization.", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => string.Join(" | ", cells[1], cells[2], cells[3], cells[4], cells[6]));

        Assert.Equal(
            string.Join('\n', Instruments().OrderBy(instrument => instrument.Name, StringComparer.Ordinal).Select(Row)), string.Join('\n', written));
    }

    private static string Row(Instrument instrument) => $"`{instrument.Name}` | {KindOf(instrument)} | {instrument.Unit} | `{InPrometheus(instrument)}` | {instrument.Description}";

    private static string KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0].Replace("Observable", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>As OpenTelemetry's exporter names it: the unit in words behind the name, and what only counts ends with total.</summary>
    private static string InPrometheus(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return instrument.Name.Replace('.', '_') + unit + (KindOf(instrument) == "counter" ? "_total" : "");
    }

    private static List<Instrument> Instruments()
    {
        var found = new List<Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == EngineMetrics.Name) found.Add(instrument);
            },
        };
        listener.Start();
        foreach (var type in (Type[])[.. typeof(EngineMetrics).Assembly.GetTypes(), .. typeof(RedisOptions).Assembly.GetTypes()])
            if (!type.ContainsGenericParameters && HoldsInstruments(type)) RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        _ = new OutsideSystems(TimeProvider.System, NullLogger<OutsideSystem>.Instance);
        _ = new StandingGauges(TimeProvider.System);
        return [.. found.DistinctBy(instrument => instrument.Name)];
    }

    private static bool HoldsInstruments(Type type) => type.Name == "LostExposures" || type
        .GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        .Any(field => field.FieldType.IsAssignableTo(typeof(Instrument)));
}
