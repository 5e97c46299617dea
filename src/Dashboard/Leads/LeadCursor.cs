using System.Buffers.Text;
using System.Globalization;
using System.Text;
using PersonalizationEngine.Engine.Leads;
using PersonalizationEngine.Engine.Leads.Timeline;

namespace PersonalizationEngine.Dashboard.Leads;

/// <summary>Places in lists as addresses carry them.</summary>
internal static class LeadCursor
{
    private const int MaxLength = 2000;

    public static string Of(LeadPlace place, LeadSort sort) => Write($"{(int)sort}:{place.Rank}:{place.PersonId}");

    /// <returns>Null where it is none of this order.</returns>
    public static LeadPlace? Read(string text, LeadSort sort) =>
        Parts(text) is [var order, var rank, { Length: > 0 } person] && order == ((int)sort).ToString(CultureInfo.InvariantCulture)
        && long.TryParse(rank, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place)
            ? new LeadPlace(place, person)
            : null;

    public static string Of(TimelinePlace place) => Write($"t:{place.At.ToUnixTimeMilliseconds()}:{place.Id}");

    public static TimelinePlace? ReadTimeline(string text) =>
        Parts(text) is ["t", var at, var id] && long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds is > -62_135_596_800_000 and < 253_402_300_800_000 && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new TimelinePlace(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), number)
            : null;

    public static bool IsId(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string Write(FormattableString text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(FormattableString.Invariant(text)));

    private static string[] Parts(string text)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text)) return [];
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(':', 3);
    }
}
