using System.Globalization;
using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Engine.Delivery.Campaigns;

namespace PersonalizationEngine.Adapters.Sql.Delivery;

/// <summary>A row of <c>campaign_runs</c>.</summary>
internal sealed record RunRow
{
    public const string Columns =
        "campaign_id, occurrence, status, reason, definition, campaign_version, people, chunks, snapshot_after, started_by, due_at, local_at, "
        + "started_at, finished_at, updated_at";

    private const string LocalFormat = "yyyy-MM-dd'T'HH:mm:ss";

    public long CampaignId { get; init; }
    public long Occurrence { get; init; }
    public required string Status { get; init; }
    public string? Reason { get; init; }
    public required string Definition { get; init; }
    public int CampaignVersion { get; init; }
    public long People { get; init; }
    public int Chunks { get; init; }
    public string? SnapshotAfter { get; init; }
    public string? StartedBy { get; init; }
    public long DueAt { get; init; }
    public string? LocalAt { get; init; }
    public long? StartedAt { get; init; }
    public long? FinishedAt { get; init; }
    public long UpdatedAt { get; init; }

    public static object Parameters(CampaignRun run, long occurrence, DateTimeOffset now) => new
    {
        campaign = run.Campaign.Id,
        occurrence,
        status = run.Status,
        definition = run.Campaign.Document.GetRawText(),
        version = run.CampaignVersion,
        by = run.StartedBy,
        due = UnixMilliseconds.From(run.DueAt),
        local = run.LocalAt?.ToString(LocalFormat, CultureInfo.InvariantCulture),
        now = UnixMilliseconds.From(now),
    };

    public CampaignRun ToRun() => new(
        CampaignDocument.Restore(CampaignId, JsonColumns.ReadElement(Definition)), CampaignVersion, Occurrence, Status, People, Chunks, SnapshotAfter,
        UnixMilliseconds.Read(DueAt))
    {
        LocalAt = LocalAt is { } local ? DateTime.ParseExact(local, LocalFormat, CultureInfo.InvariantCulture) : null,
        Reason = Reason,
        StartedBy = StartedBy,
        StartedAt = UnixMilliseconds.Read(StartedAt),
        FinishedAt = UnixMilliseconds.Read(FinishedAt),
        UpdatedAt = UnixMilliseconds.Read(UpdatedAt),
    };
}
