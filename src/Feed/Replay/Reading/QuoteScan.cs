namespace PersonalizationEngine.Feed.Replay.Reading;

/// <summary>
/// Follows the quotes of RFC 4180 over the lines of a record: a quote opens a field only at its beginning, two quotes
/// inside stand for one.
/// </summary>
internal struct QuoteScan(char delimiter)
{
    private bool _inQuotes;

    /// <summary>Whether any field so far was quoted; other quotes are characters like any other.</summary>
    public bool HasQuotedField { get; private set; }

    /// <summary>Takes the next line of the record.</summary>
    /// <returns>Whether a quoted field is still open at its end.</returns>
    public bool IsOpenAfter(string line)
    {
        Walk(line);
        return _inQuotes;
    }

    /// <summary>How often the delimiter parts fields in a line.</summary>
    public static int Split(string line, char delimiter) => new QuoteScan(delimiter).Walk(line);

    private int Walk(string line)
    {
        var (delimiters, atStart, justClosed) = (0, !_inQuotes, false);
        foreach (var character in line)
        {
            if (character == '"' && (_inQuotes || atStart || justClosed))
            {
                (justClosed, _inQuotes) = (_inQuotes, !_inQuotes);
                HasQuotedField = true;
            }
            else
            {
                justClosed = false;
                if (character == delimiter && !_inQuotes) delimiters++;
            }

            atStart = character == delimiter && !_inQuotes;
        }

        return delimiters;
    }
}
