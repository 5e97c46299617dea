using PersonalizationEngine.Engine.Administration.Auditing;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>Who changed what, when, and what it was before. Entries are added and never changed; old ones are purged.</summary>
public interface IAudit
{
    /// <summary>Durable when the task completes. Definitions and drafts write theirs with the change itself, in one transaction.</summary>
    Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>The latest first, before the given entry.</summary>
    /// <param name="before">An <see cref="AuditedChange.Id"/>; <see cref="long.MaxValue"/> begins with the latest.</param>
    Task<IReadOnlyList<AuditedChange>> ListAsync(AuditQuestion asked, long before, int limit, CancellationToken cancellationToken);
}
