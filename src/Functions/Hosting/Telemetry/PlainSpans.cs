using System.Diagnostics;
using OpenTelemetry;

namespace PersonalizationEngine.Functions.Hosting.Telemetry;

/// <summary>
/// Takes out of spans what may name a person before they leave: keys of the cache, paths and queries of addresses, and texts of
/// exceptions. Which system was asked, for what and how long it took stays.
/// </summary>
internal sealed class PlainSpans : BaseProcessor<Activity>
{
    private const string Address = "url.full";

    /// <summary>Statements are ours and have parameters, but drivers may write out what they like.</summary>
    private static readonly string[] Dropped =
    [
        "fusioncache.operation.key", "url.path", "url.query", "client.address", "user_agent.original", "db.query.text", "db.statement",
        "db.connection_string", "db.user", "exception.message", "exception.stacktrace",
    ];

    private readonly ActivityListener _exceptions = PlainSpanExceptions.Listen();

    public override void OnEnd(Activity data)
    {
        ArgumentNullException.ThrowIfNull(data);
        foreach (var tag in Dropped)
            if (data.GetTagItem(tag) is not null) data.SetTag(tag, null);
        if (data.GetTagItem(Address) is string address) data.SetTag(Address, WithoutPath(address));
        if (data.StatusDescription is { Length: > 0 } why) data.SetStatus(data.Status, PlainText.Of(why));
        if (!data.Recorded || !data.Events.Any(PlainSpanExceptions.IsTelling)) return;
        // What has happened cannot be taken back from a span: another one goes in its place.
        PlainSpanExceptions.CopyWithout(data);
        data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _exceptions.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Gorse has the ids of people in its paths, and the addresses of customers' endpoints may hold secrets.</summary>
    private static string WithoutPath(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? $"{uri.Scheme}://{uri.Authority}/" : "";
}
