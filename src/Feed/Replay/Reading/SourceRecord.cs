namespace PersonalizationEngine.Feed.Replay.Reading;

/// <summary>One record of a file, good or not.</summary>
/// <param name="Line">Line of the file it begins on, counted from 1.</param>
internal abstract record SourceRecord(long Line)
{
    public sealed record Row(long Line, IColumns Columns) : SourceRecord(Line);

    public sealed record Malformed(long Line, string Reason) : SourceRecord(Line);
}
