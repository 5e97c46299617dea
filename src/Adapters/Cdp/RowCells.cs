using System.Data;
using System.Globalization;
using MySqlConnector;

namespace PersonalizationEngine.Adapters.Cdp;

/// <summary>Cells as a <see cref="Engine.Sync.Customers.Rows.SourceRow"/> has them.</summary>
internal static class RowCells
{
    public static object? Read(MySqlDataReader reader, int ordinal, ColumnType? type)
    {
        if (reader.IsDBNull(ordinal)) return null;
        if (type?.Name == "decimal") return Decimal(reader.GetMySqlDecimal(ordinal).ToString());
        return reader.GetValue(ordinal) switch
        {
            string text => text,
            bool flag => flag,
            byte[] bytes => bytes,
            decimal number => number,
            double number => number,
            // By way of its text: 1.1 is to stay 1.1.
            float number => double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            MySqlDateTime time => Time(time, type),
            DateTime time => Kind(time, type),
            TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
            ulong number and > long.MaxValue => number,
            IConvertible number when type is { IsFlag: true } && (number.ToInt64(CultureInfo.InvariantCulture) is 0 or 1) =>
                number.ToBoolean(CultureInfo.InvariantCulture),
            IConvertible number => number.ToInt64(CultureInfo.InvariantCulture),
            var other => throw new DataException($"A {type?.Full} is read as {other.GetType().Name}, which nothing is made of."),
        };
    }

    /// <summary>A DECIMAL can have more digits than ours; those of an id must all stay.</summary>
    private static object Decimal(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == text ? number : text;

    private static object Time(MySqlDateTime time, ColumnType? type) => time.IsValidDateTime
        ? Kind(time.GetDateTime(), type)
        : string.Create(CultureInfo.InvariantCulture, $"{time.Year:0000}-{time.Month:00}-{time.Day:00} {time.Hour:00}:{time.Minute:00}:{time.Second:00}");

    private static DateTime Kind(DateTime time, ColumnType? type) =>
        DateTime.SpecifyKind(time, type is { IsTimestamp: true } ? DateTimeKind.Utc : DateTimeKind.Unspecified);
}
