using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalizationEngine.Feed.Replay.Reading;
using PersonalizationEngine.Feed.Replay.Values;
using PersonalizationEngine.Feed.Sending;

namespace PersonalizationEngine.Feed.Replay.Mapping;

/// <summary>One event a row may give.</summary>
/// <param name="When">All of them must hold, or the event is not sent.</param>
internal sealed record EventTemplate(
    Endpoint To, Each Each, IReadOnlyList<Condition> When, IReadOnlyList<FieldTemplate> Fields)
{
    public IEnumerable<string> Columns =>
        Fields.SelectMany(template => template.Columns).Concat(When.Select(condition => condition.Column));

    /// <param name="wireEvent">Null where the event is not sent for this row.</param>
    /// <returns>Why the row cannot be mapped, or null.</returns>
    public string? Fill(IColumns columns, MomentContext moments, long line, out WireEvent? wireEvent)
    {
        wireEvent = null;
        if (!When.All(condition => condition.Holds(columns))) return null;
        var json = new JsonObject();
        foreach (var field in Fields)
        {
            if (field.WriteTo(json, columns, moments) is { } fault) return fault;
        }

        wireEvent = new WireEvent(To, JsonSerializer.SerializeToUtf8Bytes<JsonNode>(json), line);
        return null;
    }
}
