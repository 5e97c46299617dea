using System.Buffers;
using System.Text;
using System.Text.Json;
using PersonalizationEngine.Core.Profiles.Factors;

namespace PersonalizationEngine.Adapters.Sql.Sync;

/// <summary>
/// <c>identities.behaviour</c>: a JSON list, because each further column costs the database as much as all of these values in one.
/// Instants are milliseconds since 1970, <c>time_on_site</c> is in milliseconds; later engines may add values at the end.
/// </summary>
internal static class BehaviourColumn
{
    public static string Write(WebBehaviour behaviour)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteNumberValue(UnixMilliseconds.From(behaviour.AsOf));
            Write(json, behaviour.PageViews);
            Write(json, behaviour.FormSubmissions);
            Write(json, behaviour.PricingPageVisits);
            Write(json, behaviour.DemoRequests);
            json.WriteNumberValue(behaviour.TimedSessions);
            json.WriteNumberValue((long)behaviour.TimeOnSite.TotalMilliseconds);
            Write(json, behaviour.LastTimedAt);
            json.WriteNumberValue(behaviour.Visits);
            Write(json, behaviour.LastVisitAt);
            json.WriteStringValue(behaviour.LastSession?.Site);
            json.WriteStringValue(behaviour.LastSession?.Session);
            Write(json, behaviour.LastSession?.Start);
            Write(json, behaviour.LastSession?.End);
            json.WriteNumberValue(behaviour.LastSession is { HasDemoRequest: true } ? 1 : 0);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static WebBehaviour Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var values = document.RootElement;
        return new WebBehaviour(
            At(values[0])!.Value, Count(values, 1), Count(values, 3), Count(values, 5), Count(values, 7),
            values[9].GetInt64(), TimeSpan.FromMilliseconds(values[10].GetInt64()), At(values[11]),
            values[12].GetInt64(), At(values[13]),
            values[15].GetString() is { } session
                ? new WebSession(values[14].GetString() ?? "", session, At(values[16])!.Value, At(values[17])!.Value, values[18].GetInt32() != 0)
                : null);
    }

    private static void Write(Utf8JsonWriter json, SignalCount signal)
    {
        json.WriteNumberValue(signal.Count);
        Write(json, signal.LatestAt);
    }

    private static void Write(Utf8JsonWriter json, DateTimeOffset? instant)
    {
        if (instant is { } known) json.WriteNumberValue(UnixMilliseconds.From(known));
        else json.WriteNullValue();
    }

    private static SignalCount Count(JsonElement values, int place) => new(values[place].GetInt64(), At(values[place + 1]));

    private static DateTimeOffset? At(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? null : UnixMilliseconds.Read(value.GetInt64());
}
