using PersonalizationEngine.Engine.Administration.Auditing;

namespace PersonalizationEngine.Adapters.Sql.Auditing;

internal sealed record AuditRow
{
    public long Id { get; init; }
    public long HappenedAt { get; init; }
    public required string Actor { get; init; }
    public required string Kind { get; init; }
    public required string Subject { get; init; }
    public required string Action { get; init; }
    public int? Version { get; init; }
    public string? ApprovedBy { get; init; }
    public string? Reason { get; init; }
    public string? RequestId { get; init; }
    public string? DocumentBefore { get; init; }
    public string? DocumentAfter { get; init; }

    public AuditedChange ToChange() => new(
        Id, UnixMilliseconds.Read(HappenedAt), Actor, Kind, Subject, Action, Version, ApprovedBy, Reason, RequestId,
        DocumentBefore is null ? null : JsonColumns.ReadElement(DocumentBefore), DocumentAfter is null ? null : JsonColumns.ReadElement(DocumentAfter));
}
