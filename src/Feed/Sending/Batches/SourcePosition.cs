namespace PersonalizationEngine.Feed.Sending.Batches;

/// <summary>How far a source was read.</summary>
/// <param name="Records">Rows (malformed ones too) or demo events taken so far.</param>
/// <param name="Bytes">Bytes read from the file so far, give or take a read buffer; 0 where there is no file.</param>
internal readonly record struct SourcePosition(long Records, long Bytes);
