using System.Security.Cryptography;
using System.Text;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Sync.Customers.Rows;

/// <summary>
/// Ids under which records are remembered. One valid id stands for itself, so that a customer who is gone can be named; what is
/// too long or no id is hashed, behind a space, with which no valid id begins.
/// </summary>
internal static class RecordIds
{
    private const char Between = '|', Hashed = ' ';
    private const int LongestInEventId = 180;

    public static string Of(IReadOnlyList<string?> parts)
    {
        if (parts is [{ } only] && PersonId.IsValid(only)) return only;
        var isPlain = parts.Count > 1 && parts.All(part => PersonId.IsValid(part) && !part!.Contains(Between, StringComparison.Ordinal));
        var joined = string.Join(Between, parts);
        return isPlain && joined.Length <= PersonId.MaxLength ? joined : $"{Hashed}{Hash(string.Join('\0', parts.Select(part => part ?? "\u0001")))}";
    }

    /// <summary>Whether the record's own id can be read from its record id.</summary>
    public static bool IsPlain(string recordId) => recordId[0] != Hashed;

    /// <summary>The part of an event's id that names the record: short enough to leave room for more.</summary>
    public static string ForEventId(string recordId) =>
        IsPlain(recordId) && recordId.Length <= LongestInEventId ? recordId : Hash(recordId);

    private static string Hash(string text) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
