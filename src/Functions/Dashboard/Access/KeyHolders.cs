using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.GraphQl.Access;

namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>Finds out whose key it is, and what its holder may do.</summary>
public sealed class KeyHolders
{
    /// <summary>Of keys in characters; nobody has a longer one.</summary>
    private const int Longest = 512;

    private readonly MasterKey _master;
    private readonly AccessKeyring _personal;

    internal KeyHolders(MasterKey master, AccessKeyring personal) => (_master, _personal) = (master, personal);

    /// <returns>The holder, or why there is none.</returns>
    internal async Task<(KeyHolder? Holder, string? Why)> FindAsync(string key, CancellationToken cancellationToken)
    {
        const string Nobodys = "Nobody has this key.";
        if (key.Length > Longest) return (null, Nobodys);
        if (await _personal.FindAsync(key, cancellationToken) is { } holder) return (holder, null);
        return await _master.WhyNotAsync(key, cancellationToken) switch
        {
            null => (new KeyHolder(EditorKeys.Master, AccessRole.Admin, KeySource.Master, ""), null),
            MasterKey.NotMaster => (null, Nobodys),
            var unknown => (null, $"Nobody has a personal key like this, and {unknown}."),
        };
    }

    /// <summary>Whether what a session began with still holds. The master key's is not known here: its sessions end by themselves.</summary>
    internal async Task<KeyHolder?> FindAgainAsync(DashboardSession session, CancellationToken cancellationToken) => session.Source switch
    {
        KeySource.Master => new KeyHolder(EditorKeys.Master, AccessRole.Admin, KeySource.Master, ""),
        KeySource.Setting or KeySource.Store => await _personal.FindAgainAsync(session.Source, session.Mark, cancellationToken),
        _ => null,
    };
}
