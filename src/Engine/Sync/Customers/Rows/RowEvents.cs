using System.Buffers;
using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;

namespace PersonalizationEngine.Engine.Sync.Customers.Rows;

/// <summary>
/// Writes documents as a batch of webhook events. The id of an event is the same when the same pass over a table is resumed, so
/// that what was stored before a death counts once; in another pass the same content is another event, for a row may go back
/// to what it was. Deeds have one id for ever.
/// </summary>
internal static class RowEvents
{
    /// <param name="returned">Documents of records that were gone: they are true from now on, whenever they were written.</param>
    public static EventBatch Batch(
        RecordKind kind, long pass, IReadOnlyList<RowDocument> documents, IReadOnlySet<string> returned, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>(documents.Count * 512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var document in documents)
                Write(json, document, EventId(kind, pass, document), returned.Contains(document.RecordId) ? Iso(now) : document.Timestamp);
            json.WriteEndArray();
        }

        return Parse(buffer.WrittenMemory);
    }

    /// <summary>The end of records that are no longer there.</summary>
    public static EventBatch Vanished(RecordKind kind, long pass, IReadOnlyList<string> ids, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>(ids.Count * 256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var id in ids)
            {
                json.WriteStartObject();
                json.WriteString("type", kind == RecordKind.Items ? "item.deleted" : "customer.deleted");
                json.WriteString("event_id", string.Create(CultureInfo.InvariantCulture, $"sql:{kind.Name()}:{RecordIds.ForEventId(id)}:gone:{pass}"));
                json.WriteString("timestamp", Iso(now));
                json.WriteStartObject("data");
                json.WriteString(kind == RecordKind.Items ? RecordFields.ItemId : RecordFields.UserId, id);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Parse(buffer.WrittenMemory);
    }

    private static string EventId(RecordKind kind, long pass, RowDocument document)
    {
        var id = $"sql:{kind.Name()}:{RecordIds.ForEventId(document.RecordId)}";
        return RecordFields.AreDeeds(kind) ? id : string.Create(CultureInfo.InvariantCulture, $"{id}:{pass}:{document.Exact:x16}");
    }

    private static void Write(Utf8JsonWriter json, RowDocument document, string eventId, string? timestamp)
    {
        json.WriteStartObject();
        json.WriteString("type", document.Type);
        json.WriteString("event_id", eventId);
        if (timestamp is not null) json.WriteString("timestamp", timestamp);
        json.WritePropertyName("data");
        json.WriteRawValue(document.Data.Span, skipInputValidation: true);
        json.WriteEndObject();
    }

    private static EventBatch Parse(ReadOnlyMemory<byte> text)
    {
        var document = JsonDocument.Parse(text);
        return new EventBatch([.. document.RootElement.EnumerateArray().Select(BatchEntry.Sound)], [document]);
    }

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);
}
