namespace PersonalizationEngine.Engine.Access;

/// <summary>A personal key that is kept in the store, of which the key itself is not kept.</summary>
/// <param name="Hash">SHA-256 in lower-case hexadecimals.</param>
/// <param name="CreatedBy">The name of the key it was made with.</param>
/// <param name="LastUsedAt">Up to five minutes late; null before its first use.</param>
/// <param name="RevokedAt">Since then it opens nothing; null while it does.</param>
public sealed record AccessKey(
    long Id, string Name, AccessRole Role, string Hash, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);
