using System.Text.Json;

namespace PersonalizationEngine.Engine.Administration.Auditing;

/// <summary>An entry of the audit, read again.</summary>
/// <param name="Id">Rises with every entry.</param>
/// <param name="Before">As <see cref="AuditEntry.Before"/>.</param>
/// <param name="After">As <see cref="AuditEntry.After"/>.</param>
public sealed record AuditedChange(
    long Id, DateTimeOffset At, string By, string Kind, string Subject, string Action, int? Version, string? ApprovedBy, string? Reason,
    string? RequestId, JsonElement? Before, JsonElement? After);
