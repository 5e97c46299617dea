namespace PersonalizationEngine.Engine.Administration;

/// <summary>A definition with what the store knows of it.</summary>
/// <param name="Version">1 at first, one more with every change; the ETag of its answers.</param>
public sealed record Stored<T>(long Id, T Value, int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
    where T : class;
