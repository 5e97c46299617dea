using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PersonalizationEngine.Engine.Ingestion.Batches;

/// <summary>
/// Splits a body into events: one JSON object, a JSON array, or NDJSON. In NDJSON a broken line is that line's fault alone; a
/// body that is one broken JSON text has no events to speak of.
/// </summary>
public static class EventBatchReader
{
    private const string NoText = "must hold only UTF-8 text and whole surrogate pairs";

    /// <param name="fault">Why there is no batch: the body is empty or not JSON; otherwise null.</param>
    public static EventBatch? Read(ReadOnlyMemory<byte> body, out string? fault)
    {
        var documents = new List<IDisposable>();
        var entries = IsWhole(body) ? Whole(body, documents, out fault) : Lines(body, documents, out fault);
        return fault is null ? new EventBatch(entries, documents) : null;
    }

    /// <summary>An array, or an object that goes on after its first line, is one JSON text.</summary>
    private static bool IsWhole(ReadOnlyMemory<byte> body)
    {
        var text = body.Span.TrimStart(" \t\r\n"u8);
        if (text.StartsWith("["u8)) return true;
        var firstLine = text.IndexOf((byte)'\n');
        return firstLine < 0 || text[firstLine..].Trim(" \t\r\n"u8).IsEmpty || !IsJson(text[..firstLine]);
    }

    private static List<BatchEntry> Whole(ReadOnlyMemory<byte> body, List<IDisposable> documents, out string? fault)
    {
        var root = Parse(body, documents, out fault);
        if (fault is not null) return [];
        var elements = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList() : [root];
        if (elements.Count == 0) fault = "it holds no event";
        var isSound = JsonTexts.AreSound(body.Span);
        return [.. elements.Select(element => isSound ? BatchEntry.Sound(element) : Checked(element))];
    }

    private static List<BatchEntry> Lines(ReadOnlyMemory<byte> body, List<IDisposable> documents, out string? fault)
    {
        fault = null;
        var entries = new List<BatchEntry>();
        var rest = body;
        while (!rest.IsEmpty)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Span.Trim(" \t\r"u8).IsEmpty) continue;

            var json = Parse(line, documents, out var lineFault);
            entries.Add(lineFault is null ? Checked(json) : BatchEntry.Broken(Encoding.UTF8.GetString(line.Span), $"is not JSON: {lineFault}"));
        }

        return entries;
    }

    private static BatchEntry Checked(JsonElement json)
    {
        var raw = JsonMarshal.GetRawUtf8Value(json);
        return JsonTexts.AreSound(raw) ? BatchEntry.Sound(json) : BatchEntry.Broken(Encoding.UTF8.GetString(raw), NoText);
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> text, List<IDisposable> documents, out string? fault)
    {
        try
        {
            var document = JsonDocument.Parse(text);
            documents.Add(document);
            fault = null;
            return document.RootElement;
        }
        catch (JsonException exception)
        {
            fault = exception.Message;
            return default;
        }
    }

    private static bool IsJson(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        try
        {
            return reader.TrySkip() && reader.Read() && reader.TrySkip();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
