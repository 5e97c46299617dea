using PersonalizationEngine.Engine.Administration.History;

namespace PersonalizationEngine.Adapters.Sql.Definitions.History;

/// <summary>A row of <c>definition_versions</c>.</summary>
internal sealed record VersionRow
{
    public long Id { get; init; }
    public required string Kind { get; init; }
    public long DefinitionId { get; init; }
    public int Version { get; init; }
    public required string Happened { get; init; }
    public long ChangedAt { get; init; }
    public required string ChangedBy { get; init; }
    public string? ApprovedBy { get; init; }
    public string? Reason { get; init; }
    public string? Document { get; init; }

    public DefinitionVersion ToVersion() => new(
        Id, Kind, DefinitionId, Version, Happened, UnixMilliseconds.Read(ChangedAt), ChangedBy, ApprovedBy, Reason,
        Document is null ? null : JsonColumns.ReadElement(Document));
}
