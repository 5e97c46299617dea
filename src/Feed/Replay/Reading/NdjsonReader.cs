using System.Text.Json;

namespace PersonalizationEngine.Feed.Replay.Reading;

/// <summary>A JSON object on each line.</summary>
internal sealed class NdjsonReader(PhysicalLines lines) : ISourceReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public IReadOnlyCollection<string>? Header => null;

    public long BytesRead => lines.BytesRead;

    public IEnumerable<SourceRecord> Records()
    {
        while (lines.TryRead(out var line))
        {
            if (!string.IsNullOrWhiteSpace(line.Text)) yield return Read(line);
        }
    }

    public void Dispose() => lines.Dispose();

    private static SourceRecord Read(PhysicalLine line)
    {
        try
        {
            var json = JsonElement.Parse(line.Text, Strict);
            return json.ValueKind == JsonValueKind.Object
                ? new SourceRecord.Row(line.Number, new JsonColumns(json, line.Text))
                : new SourceRecord.Malformed(line.Number, "not a JSON object");
        }
        catch (JsonException)
        {
            return new SourceRecord.Malformed(line.Number, "not JSON, or a name given twice in it");
        }
    }
}
