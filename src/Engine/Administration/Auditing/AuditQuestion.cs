namespace PersonalizationEngine.Engine.Administration.Auditing;

/// <summary>Which entries of the audit are asked for; null leaves a field open.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant that is too late.</param>
public sealed record AuditQuestion(
    string? Kind = null, string? Subject = null, string? By = null, DateTimeOffset? From = null, DateTimeOffset? To = null);
