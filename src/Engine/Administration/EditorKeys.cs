using System.Security.Cryptography;
using System.Text;
using PersonalizationEngine.Engine.Access;

namespace PersonalizationEngine.Engine.Administration;

/// <summary>
/// Personal keys of the setting <c>EDITOR_KEYS</c>. Beside the master key, which opens the door of the API, such a key says who has
/// come in; at the dashboard it opens by itself.
/// </summary>
public sealed class EditorKeys
{
    /// <summary>Who came with no key of their own.</summary>
    public const string Master = "_master";

    private const int ShortestKey = 16;

    private readonly IReadOnlyList<(KeyHolder Holder, byte[] Hash)> _keys;

    private EditorKeys(IReadOnlyList<(KeyHolder Holder, byte[] Hash)> keys) => _keys = keys;

    /// <summary>In the order of the setting.</summary>
    public IEnumerable<KeyHolder> Holders => _keys.Select(key => key.Holder);

    /// <param name="setting">Names with their keys, <c>anna:KEY ben/viewer:KEY</c>; null for none. Without a role it is an editor's.</param>
    /// <param name="faults">Takes what cannot be used, never with a key in it.</param>
    public static EditorKeys Parse(string? setting, List<string> faults)
    {
        var keys = new List<(KeyHolder Holder, byte[] Hash)>();
        foreach (var (entry, place) in (setting ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((entry, place) => (entry, place + 1)))
        {
            if (Read(entry) is { } key) keys.Add(key);
            else faults.Add($"EDITOR_KEYS, entry {place}: must be {KeyNames.Accepted}, if need be / and {AccessRoles.Accepted}, a colon and {ShortestKey} characters or more");
        }

        return new EditorKeys(keys);
    }

    /// <returns>Null where nobody has it.</returns>
    public KeyHolder? Find(string given)
    {
        var hash = Hash(given);
        KeyHolder? found = null;
        foreach (var key in _keys)
            if (CryptographicOperations.FixedTimeEquals(hash, key.Hash)) found = key.Holder;
        return found;
    }

    /// <summary>The holder of a key by its mark, as long as the setting has that very key.</summary>
    public KeyHolder? FindAgain(string mark) => Holders.LastOrDefault(holder => holder.Mark == mark);

    private static (KeyHolder Holder, byte[] Hash)? Read(string entry)
    {
        var colon = entry.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || entry.Length - colon - 1 < ShortestKey) return null;
        var slash = entry.IndexOf('/', 0, colon);
        var (name, hash) = (entry[..(slash < 0 ? colon : slash)], Hash(entry[(colon + 1)..]));
        if (!KeyNames.IsValid(name) || name == Master) return null;
        return (slash < 0 ? AccessRole.Editor : AccessRoles.Find(entry[(slash + 1)..colon])) is { } role
            ? (new KeyHolder(name, role, KeySource.Setting, MarkOf(name, hash)), hash)
            : null;
    }

    /// <summary>A hash of the hash: whoever reads a mark has nothing to compare keys with.</summary>
    private static string MarkOf(string name, byte[] hash) => Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), 0, .. hash]))[..32];

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
