using System.Security.Cryptography;
using System.Text;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Sync.Behaviour;

/// <summary>Rybbit's rows have no id: two acts of one person on one item, of one kind and at one millisecond, are one.</summary>
internal static class InteractionId
{
    public static string Of(in ItemActivity activity)
    {
        // Without a name as before there were names: what was stored then must not count again.
        var type = activity.Name is null ? activity.Type : $"{activity.Type}\t{activity.Name}";
        var text = $"{activity.PersonId}\n{activity.ItemId}\n{activity.SessionId}\n{type}\n{activity.At.ToUnixTimeMilliseconds()}";
        return $"counted:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16))}";
    }
}
