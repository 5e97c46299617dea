namespace PersonalizationEngine.Feed.Replay.Reading;

/// <summary>Reads a file record by record, holding no more than one of them.</summary>
internal interface ISourceReader : IDisposable
{
    /// <summary>The names in the header; null where every record brings its own.</summary>
    IReadOnlyCollection<string>? Header { get; }

    /// <summary>Bytes taken from the file so far, up to a read buffer ahead of the record last given.</summary>
    long BytesRead { get; }

    /// <summary>All records in order; to be asked for once. Blank lines are none.</summary>
    IEnumerable<SourceRecord> Records();
}
