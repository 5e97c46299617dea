using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Access;

/// <summary>Tells the audit who has come in, as what, and how they proved it.</summary>
public sealed class NoteSignIns(IAudit audit, TimeProvider time)
{
    public Task NoteAsync(KeyHolder holder, CancellationToken cancellationToken) => audit.WriteAsync(
        new AuditEntry(time.GetUtcNow(), holder.Name, AuditedKinds.SignIn, holder.Name, "signed_in")
        {
            After = $$"""{"role":"{{AccessRoles.NameOf(holder.Role)}}","with":"{{WordOf(holder.Source)}}"}""",
        },
        cancellationToken);

    private static string WordOf(KeySource source) => source switch
    {
        KeySource.Master => "master_key",
        KeySource.Entra => "entra",
        _ => "personal_key",
    };
}
