using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalizationEngine.Feed.Sending;

namespace PersonalizationEngine.Feed.Demo.Wire;

/// <summary>An event of Rybbit's tracking script.</summary>
/// <param name="Type">One of the types in docs/events.md.</param>
internal sealed record Behaviour(DateTimeOffset At, string Type, VisitorIds Ids, VisitContext Visit, string Path) : DemoEvent(At)
{
    public string? Query { get; init; }
    public string? Title { get; init; }
    public string? Referrer { get; init; }
    public string? EventName { get; init; }
    public JsonObject? Properties { get; init; }
    public JsonObject? Traits { get; init; }
    public WebVitals? Vitals { get; init; }

    public override Endpoint Endpoint => Endpoint.Rybbit;

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", Type);
        writer.WriteString("site_id", Site.Id);
        writer.WriteString("timestamp", WireTime.Text(At));
        WriteIfAny(writer, "user_id", Ids.UserId);
        WriteIfAny(writer, "anonymous_id", Ids.AnonymousId);
        WriteIfAny(writer, "ip_address", Ids.IpAddress);
        writer.WriteString("session_id", Visit.SessionId);
        writer.WriteString("user_agent", Visit.Device.UserAgent);
        writer.WriteString("hostname", Site.Host);
        writer.WriteString("pathname", Path);
        WriteIfAny(writer, "querystring", Query);
        WriteIfAny(writer, "page_title", Title);
        WriteIfAny(writer, "referrer", Referrer);
        writer.WriteString("language", Visit.Language);
        writer.WriteNumber("screenWidth", Visit.Device.ScreenWidth);
        writer.WriteNumber("screenHeight", Visit.Device.ScreenHeight);
        WriteIfAny(writer, "event_name", EventName);
        WriteObjects(writer);
        writer.WriteEndObject();
    }

    private void WriteObjects(Utf8JsonWriter writer)
    {
        Vitals?.Write(writer);
        if (Properties is not null && Visit.PropertiesAsText)
        {
            writer.WriteString("properties", Properties.ToJsonString());
        }
        else if (Properties is not null)
        {
            writer.WritePropertyName("properties");
            Properties.WriteTo(writer);
        }

        if (Traits is null) return;
        writer.WritePropertyName("traits");
        Traits.WriteTo(writer);
    }

    private static void WriteIfAny(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }
}
