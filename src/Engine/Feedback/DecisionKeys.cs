using System.Security.Cryptography;
using System.Text;
using PersonalizationEngine.Core.Decisions.Attribution;

namespace PersonalizationEngine.Engine.Feedback;

/// <summary>A short, fixed-length key of a decision for the database.</summary>
internal static class DecisionKeys
{
    /// <returns>32 hexadecimal digits.</returns>
    public static string Of(DecisionTicket ticket) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{ticket.IssuedAt.ToUnixTimeMilliseconds()}.{ticket.Nonce}.{ticket.PersonId}")).AsSpan(0, 16));
}
