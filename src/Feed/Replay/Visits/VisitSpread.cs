using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PersonalizationEngine.Feed.Replay.Visits;

/// <summary>
/// Lays visits out over a period. The same key and totals give the same visits relative to the period; the sums are kept:
/// number of visits, of pages, and of seconds between the start and the end of each visit.
/// </summary>
internal static class VisitSpread
{
    /// <summary>How much of its stretch of the period a visit may fill, so that the next one begins later.</summary>
    private const double MostOfStretch = 0.9;

    public static RowVisits Of(
        string key, VisitTotals totals, DateTimeOffset from, DateTimeOffset until, IReadOnlyList<string> paths)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16];
        if (totals.Visits == 0)
        {
            var moment = from + ((until - from) * Fraction(name, 0));
            return new RowVisits([], moment, moment);
        }

        // each visit lies in its own stretch of the period, at a place of its own, and ends within it
        var stretch = (until - from) / totals.Visits;
        var length = Min(totals.Time / totals.Visits, stretch * MostOfStretch);
        var visits = Enumerable.Range(1, totals.Visits).Select(number =>
        {
            var start = from + (stretch * (number - 1)) + ((stretch - length) * Fraction(name, number));
            var pages = (totals.Pages / totals.Visits) + (number <= totals.Pages % totals.Visits ? 1 : 0);
            return Lay($"{name}-{number.ToString(CultureInfo.InvariantCulture)}", number, start, length, pages, paths);
        }).ToArray();
        return new RowVisits(visits, visits[0].Start, visits[^1].End);
    }

    private static PlannedVisit Lay(
        string id, int number, DateTimeOffset start, TimeSpan length, int pages, IReadOnlyList<string> paths)
    {
        var firstPath = (int)(Fraction(id, 0) * paths.Count);
        var views = Enumerable.Range(0, pages).Select(page => new PlannedPage(
            page + 1, paths[(firstPath + page) % paths.Count], pages == 1 ? start : start + (length * page / (pages - 1))));
        return new PlannedVisit(id, number, start, start + length, [.. views]);
    }

    /// <summary>In [0, 1), by hash.</summary>
    private static double Fraction(string name, int number)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name}/{number}")));
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) / (1.0 + uint.MaxValue);
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
