using System.Diagnostics;
using System.Reflection;
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

    /// <summary>What happened during a span can be added to and, by design, not taken back.</summary>
    private static readonly FieldInfo? Events = typeof(Activity).GetField("_events", BindingFlags.Instance | BindingFlags.NonPublic);

    public override void OnEnd(Activity data)
    {
        ArgumentNullException.ThrowIfNull(data);
        foreach (var tag in Dropped)
            if (data.GetTagItem(tag) is not null) data.SetTag(tag, null);
        if (data.GetTagItem(Address) is string address) data.SetTag(Address, WithoutPath(address));
        if (data.StatusDescription is { Length: > 0 } why) data.SetStatus(data.Status, PlainText.Of(why));
        if (data.Events.Any()) LeaveOutExceptions(data);
    }

    /// <summary>Gorse has the ids of people in its paths, and the addresses of customers' endpoints may hold secrets.</summary>
    private static string WithoutPath(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? $"{uri.Scheme}://{uri.Authority}/" : "";

    /// <summary>The type of an exception stays; a database tells in the message which value was there already.</summary>
    private static void LeaveOutExceptions(Activity span)
    {
        var exceptions = span.Events.Where(happened => happened.Name == "exception").ToList();
        if (exceptions.Count == 0) return;
        var types = exceptions.SelectMany(happened => happened.Tags).Where(tag => tag.Key == "exception.type").Select(tag => tag.Value);
        if (types.FirstOrDefault() is { } type) span.SetTag("error.type", type);
        // A runtime that keeps them elsewhere: rather no span than one that tells of somebody.
        if (Events is null) span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        else Events.SetValue(span, null);
    }
}
