using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PersonalizationEngine.Core.Scoring.Models.Crossings;

/// <summary>
/// Ids of crossings. The same crossing has the same id whoever notes it and however often, so that receivers can tell a second
/// message about it from another crossing.
/// </summary>
public static class CrossingIds
{
    private const int Bytes = 16;

    /// <returns>32 hexadecimal digits.</returns>
    public static string Of(long modelId, string personId, LeadSegment segment, long sequence)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"crossing\n{modelId}\n{segment.Name()}\n{sequence}\n{personId}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
    }
}
