namespace PersonalizationEngine.Engine.Background;

/// <summary>Work that somebody asked for and did not wait for.</summary>
/// <param name="EndedAt">Null while it runs.</param>
/// <param name="Outcome">In a sentence; null while it runs.</param>
public sealed record BackgroundRun(string By, DateTimeOffset BeganAt, DateTimeOffset? EndedAt = null, string? Outcome = null, bool HasFailed = false)
{
    public bool IsRunning => EndedAt is null;
}
