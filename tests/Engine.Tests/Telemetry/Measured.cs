using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace PersonalizationEngine.Engine.Tests.Telemetry;

/// <summary>What the engine's meter is told, as <c>name{key=value,…}</c>.</summary>
internal sealed class Measured : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Key, double Value)> _told = [];

    public Measured()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == EngineMetrics.Name) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _told.Enqueue((Key(instrument, tags), value)));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => _told.Enqueue((Key(instrument, tags), value)));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _told.Enqueue((Key(instrument, tags), value)));
        _listener.Start();
    }

    /// <summary>All that was told under the key, in its order; other tests tell of other keys.</summary>
    public IReadOnlyList<double> Of(string key) => [.. _told.Where(one => one.Key == key).Select(one => one.Value)];

    /// <summary>The gauges as they are now.</summary>
    public void Look() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    private static string Key(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        $"{instrument.Name}{{{string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}}}";
}
