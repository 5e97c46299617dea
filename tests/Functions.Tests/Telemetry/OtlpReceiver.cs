using System.Collections.Concurrent;
using System.Net;
using System.Text;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Functions.Tests.Telemetry;

/// <summary>Stands in for an OpenTelemetry collector: takes OTLP over HTTP and keeps what came.</summary>
internal sealed class OtlpReceiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> _received = [];

    public OtlpReceiver()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Find()}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = ListenAsync();
    }

    public Uri Address { get; }

    /// <summary>What an engine needs to send here, soon after things happen.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", Address.ToString()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_BSP_SCHEDULE_DELAY", "200"),
        ("OTEL_BLRP_SCHEDULE_DELAY", "200"), ("OTEL_METRIC_EXPORT_INTERVAL", "500"),
    ];

    public IReadOnlyList<ReceivedSpan> Spans => [.. Of("traces").SelectMany(SpansIn)];

    public IReadOnlyList<ReceivedLog> Logs =>
    [
        .. from body in Of("logs")
           from resource in body.Messages(1)
           from scope in resource.Messages(2)
           from log in scope.Messages(2)
           select new ReceivedLog(scope.Messages(1).First().Text(1), log.Hex(9), log.Messages(5).First().Text(1)),
    ];

    /// <summary>Names of metrics.</summary>
    public IReadOnlySet<string> Metrics =>
        (from body in Of("metrics")
         from resource in body.Messages(1)
         from scope in resource.Messages(2)
         from metric in scope.Messages(2)
         select metric.Text(1)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Each export of metrics, the oldest first, with the requests whose spans came since the one before it.</summary>
    public IReadOnlyList<ReceivedExport> Exports
    {
        get
        {
            var (exports, requests) = (new List<ReceivedExport>(), new List<ReceivedSpan>());
            foreach (var (signal, bytes) in _received)
            {
                var body = new ProtoMessage(bytes);
                if (signal == "traces") requests.AddRange(SpansIn(body).Where(span => span.IsRequest));
                if (signal != "metrics") continue;
                exports.Add(new ReceivedExport([.. body.Messages(1).SelectMany(resource => resource.Messages(2)).SelectMany(scope => scope.Messages(2)).SelectMany(PointsOf)], [.. requests]));
                requests.Clear();
            }

            return exports;
        }
    }

    /// <summary>All that came, byte for byte as text, whatever it is part of.</summary>
    public string Everything => string.Join('\n', _received.Select(one => Encoding.UTF8.GetString(one.Body)));

    public void Dispose() => _listener.Close();

    /// <summary>Waits for what is sent with a delay.</summary>
    public async Task<T> UntilAsync<T>(Func<OtlpReceiver, T?> find)
        where T : class
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (find(this) is { } found) return found;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"It did not come. Spans: {string.Join(", ", Spans.Select(span => $"{span.Source}/{span.Name}").Distinct())}");
    }

    private static IEnumerable<ReceivedSpan> SpansIn(ProtoMessage body) =>
        from resource in body.Messages(1)
        from scope in resource.Messages(2)
        from span in scope.Messages(2)
        select new ReceivedSpan(scope.Messages(1).First().Text(1), span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), Attributes(span.Messages(9)));

    /// <summary>Of a gauge (5), a sum (7) or a histogram (9).</summary>
    private static IEnumerable<ReceivedPoint> PointsOf(ProtoMessage metric) =>
    [
        .. from kind in metric.Messages(5).Concat(metric.Messages(7))
           from point in kind.Messages(1)
           select new ReceivedPoint(metric.Text(1), point.Has(4) ? point.Fraction(4) : (long)point.Number(6), 1, Attributes(point.Messages(7))),
        .. from kind in metric.Messages(9)
           from point in kind.Messages(1)
           select new ReceivedPoint(metric.Text(1), point.Fraction(5), (int)point.Number(4), Attributes(point.Messages(9))),
    ];

    private static Dictionary<string, string> Attributes(IEnumerable<ProtoMessage> pairs) => pairs
        .GroupBy(pair => pair.Text(1), StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First().Messages(2).Select(ValueOf).First(), StringComparer.Ordinal);

    private static string ValueOf(ProtoMessage value) => value.Has(2) ? $"{value.Number(2) == 1}" : value.Text(1) is { Length: > 0 } text ? text : $"{value.Number(3)}";

    private IEnumerable<ProtoMessage> Of(string signal) => _received.Where(one => one.Signal == signal).Select(one => new ProtoMessage(one.Body));

    private async Task ListenAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                _received.Enqueue((context.Request.Url!.Segments[^1], body.ToArray()));
                context.Response.StatusCode = 200;
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The test is over, or the engine has gone in the middle of a request.
            }
        }
    }
}
