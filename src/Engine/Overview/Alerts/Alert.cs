namespace PersonalizationEngine.Engine.Overview.Alerts;

/// <summary>Something is wrong and somebody should look.</summary>
/// <param name="Key">The same as long as the same thing is wrong.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Detail">What it means to those who look, in a sentence.</param>
/// <param name="Value">What was found, with its unit.</param>
/// <param name="Threshold">What it should keep to, with its unit.</param>
/// <param name="Runbook">The page of docs/runbooks, without its ending; null where there is none.</param>
/// <param name="Since">Since when at least.</param>
public sealed record Alert(
    string Key, AlertSeverity Severity, string Title, string Detail, string Value, string Threshold, AlertPlace Place, string? Runbook, DateTimeOffset? Since)
{
    /// <summary>Of the experiment it is about.</summary>
    public long? ExperimentId { get; init; }
}
