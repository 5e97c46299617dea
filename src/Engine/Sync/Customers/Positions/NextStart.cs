using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;

namespace PersonalizationEngine.Engine.Sync.Customers.Positions;

/// <summary>Where the next pass begins: an overlap behind the newest row of this one; pure.</summary>
internal static class NextStart
{
    /// <param name="last">Where this pass ended; its order is the highest that was read.</param>
    public static ReadingCursor? After(ReadingCursor? last, TableMapping table, CdpMapping mapping, DateTimeOffset now) => (table.Way, last?.Order) switch
    {
        (ReadingWay.Whole, _) => null,
        // Began, and nothing was past it: it begins there again.
        (_, _) when last?.Key is null => last,
        (ReadingWay.ByTime, DateTime time) => new ReadingCursor(Behind(time, table.Zone, mapping.Overlap, now), null),
        (ReadingWay.ByTime, decimal or long or ulong) => new ReadingCursor(BehindNumber(Number(last.Order), table.Order!, mapping.Overlap, now), null),
        (ReadingWay.ById, decimal or long or ulong) => new ReadingCursor(Number(last.Order) - mapping.IdOverlap, null),
        // Only rows without a time so far.
        _ => last,
    };

    /// <summary>A row from the future must not make the present invisible.</summary>
    private static DateTime Behind(DateTime last, TimeZoneInfo zone, TimeSpan overlap, DateTimeOffset now)
    {
        var ceiling = (now + Receipt.FutureTolerance).UtcDateTime;
        var latest = last.Kind == DateTimeKind.Utc ? ceiling : DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(ceiling, zone), DateTimeKind.Unspecified);
        var newest = last < latest ? last : latest;
        var start = newest.Ticks > TimeSpan.TicksPerDay ? newest - overlap : newest;
        return IsRepeated(start, last, zone) ? start.AddHours(-1) : start;
    }

    /// <summary>In the hour that a clock set back shows twice, a later row can have the earlier time.</summary>
    private static bool IsRepeated(DateTime start, DateTime last, TimeZoneInfo zone) =>
        last.Kind != DateTimeKind.Utc && (zone.IsAmbiguousTime(start) || zone.IsAmbiguousTime(last));

    private static decimal BehindNumber(decimal last, ColumnMapping column, TimeSpan overlap, DateTimeOffset now)
    {
        var perSecond = column.Unit == TimeUnit.Seconds ? 1m : 1000m;
        var ceiling = (now + Receipt.FutureTolerance).ToUnixTimeMilliseconds() / 1000m * perSecond;
        return Math.Min(last, ceiling) - ((decimal)overlap.TotalSeconds * perSecond);
    }

    private static decimal Number(object? value) => Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture);
}
