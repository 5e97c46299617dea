using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;
using PersonalizationEngine.Functions.Hosting.Telemetry;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>Exceptions of spans leave without their words, whoever wrote them down.</summary>
public sealed class PlainSpansTests : IDisposable
{
    private const string Words = "Duplicate entry 'zebulon@quagmire.example' for key 1";

    private readonly ActivitySource _source = new($"tests.{nameof(PlainSpansTests)}");
    private readonly Kept _left = new();
    private readonly TracerProvider _provider;

    public PlainSpansTests() => _provider = Sdk.CreateTracerProviderBuilder()
        .AddSource(_source.Name).AddProcessor(new PlainSpans()).AddProcessor(new SimpleActivityExportProcessor(_left)).Build();

    public void Dispose()
    {
        _provider.Dispose();
        _source.Dispose();
    }

    [Fact]
    public void Span_ExceptionAddedByTheRuntime_KeepsTypeAndPlaceOnly()
    {
        var id = Do(span => span.AddException(Thrown()));

        var span = Assert.Single(_left.Spans);
        Assert.Equal(id, span.SpanId);
        var tags = Assert.Single(span.Events).Tags.ToDictionary(tag => tag.Key, tag => $"{tag.Value}");
        Assert.Equal(typeof(InvalidOperationException).FullName, tags["exception.type"]);
        Assert.Contains(nameof(Thrown), tags["exception.stacktrace"], StringComparison.Ordinal);
        Assert.DoesNotContain(tags.Values, text => text.Contains("zebulon", StringComparison.Ordinal));
    }

    [Fact]
    public void Span_ExceptionWrittenByADriver_LeavesAsACopyWithoutIt()
    {
        var parent = _source.StartActivity("parent")!;
        var around = DateTimeOffset.UnixEpoch;
        Do(span =>
        {
            span.SetStartTime(around.UtcDateTime).SetTag("db.system", "mysql").SetStatus(ActivityStatusCode.Error, Words);
            span.AddEvent(new ActivityEvent("retry"));
            span.AddEvent(new ActivityEvent("exception", default, new() { ["exception.type"] = "MySqlException", ["exception.message"] = Words, ["exception.stacktrace"] = Words }));
            span.SetEndTime(around.UtcDateTime.AddSeconds(2));
        });

        Assert.Same(parent, Activity.Current);
        parent.Dispose();
        var span = _left.Spans[0];
        Assert.Equal(["work", "parent"], _left.Spans.Select(one => one.DisplayName));
        Assert.Equal((parent.TraceId, parent.SpanId), (span.TraceId, span.ParentSpanId));
        Assert.Equal((around.UtcDateTime, TimeSpan.FromSeconds(2)), (span.StartTimeUtc, span.Duration));
        Assert.Equal(("mysql", "MySqlException"), (span.GetTagItem("db.system"), span.GetTagItem("error.type")));
        Assert.Equal((ActivityStatusCode.Error, "Duplicate entry (…) for key 1"), (span.Status, span.StatusDescription));
        Assert.Equal("retry", Assert.Single(span.Events).Name);
    }

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException(Words);
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }

    private ActivitySpanId Do(Action<Activity> work)
    {
        using var span = _source.StartActivity("work")!;
        work(span);
        return span.SpanId;
    }

    private sealed class Kept : BaseExporter<Activity>
    {
        public List<Activity> Spans { get; } = [];

        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var span in batch) Spans.Add(span);
            return ExportResult.Success;
        }
    }
}
