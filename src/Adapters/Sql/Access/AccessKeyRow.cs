using PersonalizationEngine.Engine.Access;

namespace PersonalizationEngine.Adapters.Sql.Access;

internal sealed record AccessKeyRow
{
    public const string Columns = "id, name, role, key_hash, created_at, created_by, last_used_at, revoked_at";

    public long Id { get; init; }
    public required string Name { get; init; }
    public required string Role { get; init; }
    public required string KeyHash { get; init; }
    public long CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public long? LastUsedAt { get; init; }
    public long? RevokedAt { get; init; }

    /// <summary>A role that nobody here knows lets look and no more: a newer engine may have written it.</summary>
    public AccessKey ToKey() => new(
        Id, Name, AccessRoles.Find(Role) ?? AccessRole.Viewer, KeyHash, UnixMilliseconds.Read(CreatedAt), CreatedBy,
        LastUsedAt is { } used ? UnixMilliseconds.Read(used) : null, RevokedAt is { } revoked ? UnixMilliseconds.Read(revoked) : null);
}
