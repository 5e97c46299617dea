using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;

namespace PersonalizationEngine.Engine.Sync.Customers.Rows;

/// <summary>Writes cells as the fields of an event want them.</summary>
internal static class CellWriter
{
    public static void Write(Utf8JsonWriter json, FieldKind kind, object? cell, ColumnMapping column, TimeZoneInfo zone)
    {
        if (Cells.Text(cell, column) is not { } text)
        {
            json.WriteNullValue();
            return;
        }

        // A translated value is a text from here on.
        var value = column.Values is null ? cell : text;
        switch (kind)
        {
            case FieldKind.Number: WriteNumber(json, value, text); break;
            case FieldKind.Flag: WriteFlag(json, text); break;
            case FieldKind.Instant: json.WriteStringValue(Instant(value, column, zone) ?? text); break;
            case FieldKind.Texts: WriteTexts(json, text, column.Separator); break;
            case FieldKind.Any: WriteAny(json, value, text, column, zone); break;
            default: json.WriteStringValue(text); break;
        }
    }

    public static string? Instant(object? cell, ColumnMapping column, TimeZoneInfo zone) =>
        Cells.Instant(cell, column.Unit, zone)?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);

    private static void WriteAny(Utf8JsonWriter json, object? value, string text, ColumnMapping column, TimeZoneInfo zone)
    {
        switch (column.Type)
        {
            case CellType.Number: WriteNumber(json, value, text); break;
            case CellType.Flag: WriteFlag(json, text); break;
            case CellType.Text: json.WriteStringValue(text); break;
            case CellType.Json: WriteJson(json, text); break;
            case CellType.Instant: json.WriteStringValue(Instant(value, column, zone) ?? text); break;
            default:
                if (value is bool flag) json.WriteBooleanValue(flag);
                else if (value is DateTime) json.WriteStringValue(Instant(value, column, zone));
                else if (value is string or byte[]) json.WriteStringValue(text);
                else WriteNumber(json, value, text);
                break;
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, object? value, string text)
    {
        if (Cells.Number(value) is { } number) json.WriteNumberValue(number);
        else json.WriteStringValue(text);
    }

    private static void WriteFlag(Utf8JsonWriter json, string text)
    {
        if (Cells.Flag(text) is { } flag) json.WriteBooleanValue(flag);
        else json.WriteStringValue(text);
    }

    private static void WriteJson(Utf8JsonWriter json, string text)
    {
        if (Parse(text) is { } element) element.WriteTo(json);
        else json.WriteStringValue(text);
    }

    private static void WriteTexts(Utf8JsonWriter json, string text, string separator)
    {
        if (text.StartsWith('[') && Parse(text) is { } array)
        {
            array.WriteTo(json);
            return;
        }

        json.WriteStartArray();
        foreach (var one in text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) json.WriteStringValue(one);
        json.WriteEndArray();
    }

    /// <summary>Null when it is not JSON, or holds a text that is none.</summary>
    private static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Ingestion.JsonTexts.AreSound(text) ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
