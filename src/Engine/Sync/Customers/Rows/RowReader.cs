using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;

namespace PersonalizationEngine.Engine.Sync.Customers.Rows;

/// <summary>Turns rows of one table into documents of the CDP's webhook; pure.</summary>
internal sealed class RowReader(TableMapping table)
{
    private readonly IReadOnlyList<RecordField> _fields = [.. RecordFields.Of(table.Kind).Where(field => table.Fields.ContainsKey(field.Name))];
    private readonly Dictionary<string, int> _places =
        table.Columns.Select((column, place) => (column, place)).ToDictionary(pair => pair.column, pair => pair.place, StringComparer.OrdinalIgnoreCase);

    /// <returns>Null for a row that says nothing to us: a mail that was merely sent, consent to something unknown.</returns>
    public RowDocument? Read(SourceRow row)
    {
        var isGone = table.Deletion?.Column is { } flag && Cells.Text(Cell(row, flag), flag) is { } mark
            && table.Deletion.Values.Contains(mark, StringComparer.OrdinalIgnoreCase);
        if (TypeOf(row, isGone) is not { } type) return null;

        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            if (!WriteData(json, row, isGone)) return null;
        }

        var said = table.Fields.GetValueOrDefault(RecordFields.At) is { } at ? Instant(row, at) : null;
        var timestamp = said ?? (table.Way == ReadingWay.ByTime ? Instant(row, table.Order!) : null);
        return new RowDocument(
            RecordIds.Of(IdentityOf(row)), FingerprintOf(type, $"{said}", buffer.WrittenSpan), FingerprintOf(type, $"exactly {timestamp}", buffer.WrittenSpan),
            type, timestamp, buffer.WrittenMemory);
    }

    private string? TypeOf(SourceRow row, bool isGone) => table.Kind switch
    {
        RecordKind.Items => isGone ? "item.deleted" : "item.upserted",
        RecordKind.Customers => isGone ? "customer.deleted" : "customer.upserted",
        RecordKind.Identities => "identity.linked",
        RecordKind.Consents => IsOfKnownPurpose(row) ? "consent.updated" : null,
        RecordKind.EmailEvents => Listed(row, RecordFields.Type) is { } type ? $"email.{type}" : null,
        _ => "lead.converted",
    };

    private bool IsOfKnownPurpose(SourceRow row) => !table.Fields.ContainsKey(RecordFields.Purpose) || Listed(row, RecordFields.Purpose) is not null;

    /// <summary>The translated value; null when the mapping translates and this value is not listed.</summary>
    private string? Listed(SourceRow row, string field)
    {
        var column = table.Fields[field];
        var text = Cells.Text(Cell(row, column));
        return column.Values is null ? text ?? "" : text is null ? null : column.Values.GetValueOrDefault(text);
    }

    private bool WriteData(Utf8JsonWriter json, SourceRow row, bool isGone)
    {
        json.WriteStartObject();
        foreach (var field in _fields) WriteField(json, row, field, isGone);
        var says = WriteExtras(json, row, isGone);
        json.WriteEndObject();
        return says;
    }

    private void WriteField(Utf8JsonWriter json, SourceRow row, RecordField field, bool isGone)
    {
        if (field.Name is RecordFields.At or RecordFields.EventId) return;
        if (table.Kind == RecordKind.EmailEvents && field.Name == RecordFields.Type) return;
        json.WritePropertyName(field.Name);
        if (isGone && field.Name == RecordFields.Granted) json.WriteBooleanValue(false);
        else CellWriter.Write(json, field.Kind, Cell(row, table.Fields[field.Name]), table.Fields[field.Name], table.Zone);
    }

    /// <returns>False when the row has nothing to say.</returns>
    private bool WriteExtras(Utf8JsonWriter json, SourceRow row, bool isGone)
    {
        if (table.Kind == RecordKind.Identities) return WriteAliases(json, row);
        if (table.Extras.Count == 0) return true;
        var said = table.Extras.Where(extra => table.Kind != RecordKind.Consents || Cells.Text(Cell(row, extra.Value), extra.Value) is not null).ToList();
        json.WriteStartObject(table.Kind == RecordKind.Consents ? "consents" : RecordFields.ExtrasOf(table.Kind)!);
        foreach (var (name, column) in said)
        {
            json.WritePropertyName(name);
            if (isGone && table.Kind == RecordKind.Consents) json.WriteBooleanValue(false);
            else CellWriter.Write(json, table.Kind == RecordKind.Consents ? FieldKind.Flag : FieldKind.Any, Cell(row, column), column, table.Zone);
        }

        json.WriteEndObject();
        return said.Count > 0;
    }

    private bool WriteAliases(Utf8JsonWriter json, SourceRow row)
    {
        var aliases = table.Extras.Values.Select(column => Cells.Text(Cell(row, column), column)).OfType<string>().ToList();
        if (table.Extras.Count > 0)
        {
            json.WriteStartArray("aliases");
            foreach (var alias in aliases) json.WriteStringValue(alias);
            json.WriteEndArray();
        }

        return aliases.Count > 0 || (table.Fields.TryGetValue(RecordFields.Alias, out var own) && Cells.Text(Cell(row, own), own) is not null);
    }

    private string? Instant(SourceRow row, ColumnMapping column)
    {
        var cell = Cell(row, column);
        return CellWriter.Instant(cell, column, table.Zone) ?? Cells.Text(cell);
    }

    private List<string?> IdentityOf(SourceRow row) =>
    [
        .. RecordFields.IdentityOf(table.Kind).Where(table.Fields.ContainsKey)
            .Select(field => Cells.Text(Cell(row, table.Fields[field]), table.Fields[field])),
    ];

    private object? Cell(SourceRow row, ColumnMapping column) => row.Values[_places[column.Column]];

    private static long FingerprintOf(string type, string time, ReadOnlySpan<byte> data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{type}\n{time}\n"));
        hash.AppendData(data);
        Span<byte> result = stackalloc byte[32];
        hash.GetHashAndReset(result);
        var fingerprint = BinaryPrimitives.ReadInt64LittleEndian(result);
        // 0 and 1 have meanings of their own (see KnownAs).
        return fingerprint is KnownAs.Gone or KnownAs.Counted ? 2 : fingerprint;
    }
}
