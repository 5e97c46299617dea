using System.Globalization;
using System.Text;

namespace PersonalizationEngine.Functions.Http;

/// <summary>Cursors of lists: where the next page goes on, opaque to clients.</summary>
internal static class Cursor
{
    private const string Prefix = "after:";

    public static string Of(long lastId) => Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{lastId}")));

    /// <summary>The id to go on after; 0 for the first page.</summary>
    public static long Read(QueryReader query)
    {
        if (query.Text("cursor", 100) is not { } cursor) return 0;
        var bytes = new byte[cursor.Length];
        if (Convert.TryFromBase64String(cursor, bytes, out var length)
            && Encoding.ASCII.GetString(bytes, 0, length) is var text && text.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return id;
        query.Fault("cursor", "must be a next_cursor of an earlier answer");
        return 0;
    }
}
