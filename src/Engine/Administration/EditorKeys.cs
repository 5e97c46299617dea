using System.Security.Cryptography;
using System.Text;

namespace PersonalizationEngine.Engine.Administration;

/// <summary>
/// Keys by which people who change definitions are told apart. The master key opens the door for all of them; such a key beside
/// it says who has come in.
/// </summary>
public sealed class EditorKeys
{
    /// <summary>Who came with no key of their own.</summary>
    public const string Master = "_master";

    private const int ShortestKey = 16, LongestName = 40;

    private readonly IReadOnlyList<(string Name, byte[] Hash)> _keys;

    private EditorKeys(IReadOnlyList<(string Name, byte[] Hash)> keys) => _keys = keys;

    /// <param name="setting">Names with their keys, <c>anna:KEY ben:KEY</c>; null for none.</param>
    /// <param name="faults">Takes what cannot be used, never with a key in it.</param>
    public static EditorKeys Parse(string? setting, List<string> faults)
    {
        var keys = new List<(string Name, byte[] Hash)>();
        foreach (var (entry, place) in (setting ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((entry, place) => (entry, place + 1)))
        {
            var colon = entry.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || colon > LongestName || !entry[..colon].All(IsOfName) || entry.Length - colon - 1 < ShortestKey)
                faults.Add($"EDITOR_KEYS, entry {place}: must be a name of a-z, 0-9, _, - and ., a colon and {ShortestKey} characters or more");
            else keys.Add((entry[..colon], Hash(entry[(colon + 1)..])));
        }

        return new EditorKeys(keys);
    }

    /// <returns>The name of the key; <see cref="Master"/> without one, and null for one that nobody has.</returns>
    public string? NameOf(string? given)
    {
        if (string.IsNullOrEmpty(given)) return Master;
        var hash = Hash(given);
        string? name = null;
        foreach (var key in _keys)
            if (CryptographicOperations.FixedTimeEquals(hash, key.Hash)) name = key.Name;
        return name;
    }

    private static bool IsOfName(char character) =>
        char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '_' or '-' or '.';

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
