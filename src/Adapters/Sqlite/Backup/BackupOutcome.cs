namespace PersonalizationEngine.Adapters.Sqlite.Backup;

/// <param name="Refusal">Why nothing was done; null when it was.</param>
/// <param name="Summary">What was done, for whoever asked.</param>
public sealed record BackupOutcome(string? Refusal, string Summary)
{
    public static BackupOutcome Refused(string reason) => new(reason, "");

    public static BackupOutcome Done(string summary) => new(null, summary);
}
