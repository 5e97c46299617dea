namespace PersonalizationEngine.Feed.Replay.Reading;

/// <summary>
/// Rows of fields under a header. A quoted field may run over several lines; where that leads to no proper row, only the
/// line it began on is given up, so that one stray quote does not swallow the rest of the file.
/// </summary>
internal sealed class DelimitedReader : ISourceReader
{
    private const int MaxLinesOfRecord = 1_000;
    private const int MaxCharactersOfRecord = 1 << 20;

    private readonly PhysicalLines _lines;
    private readonly char _delimiter;
    private readonly QuotedRecord _quoted;
    private readonly Dictionary<string, int> _header = new(StringComparer.Ordinal);
    private readonly int _width;

    public DelimitedReader(PhysicalLines lines, char delimiter)
    {
        (_lines, _delimiter, _quoted) = (lines, delimiter, new QuotedRecord(delimiter));
        var names = TakeRecord(out _, out var fields) ? fields ?? [] : [];
        for (var index = 0; index < names.Length; index++) _header.TryAdd(names[index].Trim(), index);
        _width = names.Length;
    }

    public IReadOnlyCollection<string> Header => _header.Keys;

    public long BytesRead => _lines.BytesRead;

    public IEnumerable<SourceRecord> Records()
    {
        while (TakeRecord(out var parts, out var fields))
        {
            var line = parts[0].Number;
            if (fields?.Length == _width)
            {
                yield return new SourceRecord.Row(line, new DelimitedColumns(_header, fields));
                continue;
            }

            _lines.GiveBack(parts.Skip(1));
            yield return new SourceRecord.Malformed(line, fields is null
                ? "a quote stands where none may, or is never closed"
                : $"{fields.Length} fields, the header has {_width}");
        }
    }

    public void Dispose() => _lines.Dispose();

    /// <param name="fields">Null where quotes are out of place.</param>
    private bool TakeRecord(out List<PhysicalLine> parts, out string[]? fields)
    {
        parts = [];
        var (quotes, isOpen, characters) = (new QuoteScan(_delimiter), false, 0);
        while (_lines.TryRead(out var line))
        {
            if (parts.Count == 0 && string.IsNullOrWhiteSpace(line.Text)) continue;
            parts.Add(line);
            characters += line.Text.Length;
            isOpen = quotes.IsOpenAfter(line.Text);
            if (!isOpen || parts.Count == MaxLinesOfRecord || characters > MaxCharactersOfRecord) break;
        }

        var record = string.Join('\n', parts.Select(part => part.Text));
        fields = isOpen ? null : quotes.HasQuotedField ? _quoted.Parse(record) : record.Split(_delimiter);
        return parts.Count > 0;
    }
}
