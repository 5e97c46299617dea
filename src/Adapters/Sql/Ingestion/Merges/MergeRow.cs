using System.Text.Json.Nodes;
using PersonalizationEngine.Engine.Identity;

namespace PersonalizationEngine.Adapters.Sql.Ingestion.Merges;

/// <summary>A row of <c>merges</c>.</summary>
internal sealed record MergeRow
{
    public const string Select =
        "select id, merged_at, from_person, to_person, because, source, event_id, last_event, last_conversion, image, undone_at, undone_by from merges ";

    public long Id { get; init; }
    public long MergedAt { get; init; }
    public required string FromPerson { get; init; }
    public required string ToPerson { get; init; }
    public required string Because { get; init; }
    public required string Source { get; init; }
    public required string EventId { get; init; }
    public long LastEvent { get; init; }
    public long LastConversion { get; init; }
    public string? Image { get; init; }
    public long? UndoneAt { get; init; }
    public string? UndoneBy { get; init; }

    public NotedMerge ToMerge() => new(
        Id, UnixMilliseconds.Read(MergedAt), FromPerson, ToPerson, Because, Source, EventId,
        Image is null ? null : JsonColumns.ReadElement(JsonNode.Parse(Image)!["people"]!.ToJsonString()),
        UnixMilliseconds.Read(UndoneAt), UndoneBy);
}
