using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Sync.Gorse;

namespace PersonalizationEngine.Adapters.Sql.Sync;

/// <summary>What Gorse is told of a row of <c>people</c>, with the segment of the last score.</summary>
internal sealed record GorsePersonRow
{
    public const string Select =
        "select p.person_id, p.country, p.language, p.company, p.job_title, p.last_seen_at, p.customer_updated_at, p.deleted_at, p.changed_at, "
        + "(select s.segment from lead_scores s where s.user_id = p.person_id order by s.id desc limit 1) as segment from people p";

    public required string PersonId { get; init; }
    public string? Country { get; init; }
    public string? Language { get; init; }
    public string? Company { get; init; }
    public string? JobTitle { get; init; }
    public string? Segment { get; init; }
    public long? LastSeenAt { get; init; }
    public long? CustomerUpdatedAt { get; init; }
    public long? DeletedAt { get; init; }
    public long ChangedAt { get; init; }

    public SyncedPerson ToPerson() => new(
        PersonId, Labels(), DeletedAt is not null, DeletedAt is { } deleted && !(LastSeenAt > deleted) && !(CustomerUpdatedAt > deleted));

    public ChangedPerson ToChange() => new(UnixMilliseconds.Read(ChangedAt), ToPerson());

    private AttributeMap Labels()
    {
        (string Name, string? Value)[] labels =
            [("country", Country), ("language", Language), ("company", Company), ("job_title", JobTitle), ("segment", Segment)];
        return new AttributeMap(labels.Where(label => label.Value is not null).Select(label => KeyValuePair.Create(label.Name, (AttributeValue)label.Value)));
    }
}
