using System.Globalization;

namespace PersonalizationEngine.Engine.Sync.Customers.Positions;

/// <summary>Values of a cursor as text, with a letter for what they are.</summary>
internal static class CursorText
{
    private const string Time = "yyyy-MM-dd HH:mm:ss.ffffff";

    public static string? Write(object? value) => value switch
    {
        null => null,
        string text => $"s:{text}",
        byte[] bytes => $"b:{Convert.ToHexStringLower(bytes)}",
        DateTime time => $"{(time.Kind == DateTimeKind.Utc ? 'u' : 't')}:{time.ToString(Time, CultureInfo.InvariantCulture)}",
        bool flag => flag ? "n:1" : "n:0",
        double number => $"d:{number.ToString("R", CultureInfo.InvariantCulture)}",
        IFormattable number => $"n:{number.ToString(null, CultureInfo.InvariantCulture)}",
        _ => throw new ArgumentException($"A cell is a {value.GetType().Name}."),
    };

    public static object? Read(string? text)
    {
        if (text is null) return null;
        var value = text[2..];
        return text[0] switch
        {
            's' => value,
            'b' => Convert.FromHexString(value),
            'u' => DateTime.SpecifyKind(ReadTime(value), DateTimeKind.Utc),
            't' => ReadTime(value),
            'd' => double.Parse(value, CultureInfo.InvariantCulture),
            _ => decimal.Parse(value, CultureInfo.InvariantCulture),
        };
    }

    private static DateTime ReadTime(string value) => DateTime.ParseExact(value, Time, CultureInfo.InvariantCulture);
}
