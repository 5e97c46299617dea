using System.Buffers.Text;
using System.Text;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Lists;

/// <summary>Cursors of connections: where the next page goes on, opaque to clients.</summary>
internal static class GraphCursor
{
    private const string Prefix = "at:";

    private const int MaxLength = 1000;

    public static string Of(string place) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Prefix + place));

    /// <returns>Null when it is none of ours.</returns>
    public static string? Read(string cursor)
    {
        if (cursor.Length > MaxLength || !Base64Url.IsValid(cursor)) return null;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        return text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : null;
    }
}
