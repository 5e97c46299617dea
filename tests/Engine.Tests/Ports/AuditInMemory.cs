using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Tests.Ports;

/// <summary>Entries in the order they were written.</summary>
internal sealed class AuditInMemory : IAudit
{
    public List<AuditEntry> Entries { get; } = [];

    public Disturbance Disturbance { get; } = new();

    public async Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        await Disturbance.PassAsync();
        Entries.Add(entry);
    }

    public Task<IReadOnlyList<AuditedChange>> ListAsync(AuditQuestion asked, long before, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AuditedChange>>([]);
}
