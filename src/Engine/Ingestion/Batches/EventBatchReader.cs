using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PersonalizationEngine.Engine.Ingestion.Batches;

/// <summary>
/// Splits a body into events: one JSON object, a JSON array, or NDJSON, which it is when a line of several is an object by
/// itself. In NDJSON a broken line is that line's fault alone; a body that is one broken JSON text has no events to speak of.
/// </summary>
public static class EventBatchReader
{
    private const string NoText = "must hold only UTF-8 text and whole surrogate pairs";

    /// <returns>At most one event more than a request may have: further ones are not looked at.</returns>
    /// <param name="fault">Why there is no batch: the body is empty or not JSON; otherwise null.</param>
    public static EventBatch? Read(ReadOnlyMemory<byte> body, out string? fault)
    {
        fault = null;
        var text = WithoutMark(body);
        var documents = new List<IDisposable>();
        var entries = IsNdjson(text)
            ? [.. Lines(text).Select(line => One(line, documents))]
            : Whole(text, documents, out fault);
        return fault is null ? new EventBatch(entries, documents) : null;
    }

    /// <summary>The body as one event, whatever it is.</summary>
    public static EventBatch ReadOne(ReadOnlyMemory<byte> body)
    {
        var documents = new List<IDisposable>();
        return new EventBatch([One(body, documents)], documents);
    }

    /// <summary>RFC 8259 lets a reader pass over a byte order mark, which editors and shells on Windows put there.</summary>
    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;

    private static bool IsNdjson(ReadOnlyMemory<byte> body)
    {
        var text = body.Span.Trim(" \t\r\n"u8);
        return !text.StartsWith("["u8) && !IsOneJson(text) && Lines(body).Any(line => IsObject(line.Span));
    }

    private static List<BatchEntry> Whole(ReadOnlyMemory<byte> body, List<IDisposable> documents, out string? fault)
    {
        var root = Parse(body, documents, out fault);
        if (fault is not null) return [];
        var elements = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().Take(EventBatch.MaxEvents + 1).ToList() : [root];
        if (elements.Count == 0) fault = "it holds no event";
        var isSound = JsonTexts.AreSound(body.Span);
        return [.. elements.Select(element => isSound ? BatchEntry.Sound(element) : Checked(element))];
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> body)
    {
        var rest = body;
        for (var count = 0; !rest.IsEmpty && count <= EventBatch.MaxEvents;)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Span.Trim(" \t\r"u8).IsEmpty) continue;
            count++;
            yield return line;
        }
    }

    private static BatchEntry One(ReadOnlyMemory<byte> text, List<IDisposable> documents)
    {
        var json = Parse(text, documents, out var fault);
        return fault is null ? Checked(json) : BatchEntry.Broken(Encoding.UTF8.GetString(text.Span), $"is not JSON: {fault}");
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
            fault = JsonTexts.Describe(exception);
            return default;
        }
    }

    private static bool IsObject(ReadOnlySpan<byte> line)
    {
        var text = line.Trim(" \t\r"u8);
        return text.StartsWith("{"u8) && text.EndsWith("}"u8) && IsOneJson(text);
    }

    /// <summary>Whether the text is one JSON value with nothing behind it.</summary>
    private static bool IsOneJson(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            return reader.Read() && reader.TrySkip() && reader.BytesConsumed == text.Length;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
