using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Access;

/// <summary>Whose a personal key is: one of the setting <c>EDITOR_KEYS</c>, or one made on the dashboard.</summary>
public sealed class AccessKeyring(EditorKeys settings, HoldingKeys holding, IAccessKeys store, TimeProvider time)
{
    /// <summary>How often the use of a key is noted, at most.</summary>
    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<long, DateTimeOffset> _noted = new();

    /// <returns>Null where nobody has it, or has it no longer.</returns>
    public async Task<KeyHolder?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (settings.Find(key) is { } holder) return holder;
        // Others need no look at the store: who comes with the master key can while it is away.
        if (!key.StartsWith(KeySecrets.Prefix, StringComparison.Ordinal)) return null;
        var hash = Encoding.ASCII.GetBytes(KeySecrets.HashOf(key));
        AccessKey? found = null;
        foreach (var one in await holding.ListAsync(cancellationToken))
            if (CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(one.Hash))) found = one;
        return await UsedAsync(found, cancellationToken);
    }

    /// <summary>Whether what somebody came in with still holds, and what its holder may do now.</summary>
    /// <param name="mark">The holder's of then.</param>
    public async Task<KeyHolder?> FindAgainAsync(KeySource source, string mark, CancellationToken cancellationToken) => source switch
    {
        KeySource.Setting => settings.FindAgain(mark),
        KeySource.Store => await UsedAsync(
            (await holding.ListAsync(cancellationToken)).FirstOrDefault(key => MarkOf(key) == mark), cancellationToken),
        _ => null,
    };

    private static string MarkOf(AccessKey key) => key.Id.ToString(CultureInfo.InvariantCulture);

    private async Task<KeyHolder?> UsedAsync(AccessKey? key, CancellationToken cancellationToken)
    {
        if (key is null) return null;
        var now = time.GetUtcNow();
        if (now - _noted.GetValueOrDefault(key.Id, key.LastUsedAt ?? DateTimeOffset.MinValue) >= NotedEvery)
        {
            _noted[key.Id] = now;
            // Nobody is kept out because it cannot be noted.
            await store.TouchAsync(key.Id, now, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return new KeyHolder(key.Name, key.Role, KeySource.Store, MarkOf(key));
    }
}
