namespace PersonalizationEngine.Feed.Replay.Reading;

/// <summary>The values of one record by name.</summary>
internal interface IColumns
{
    /// <summary>The text of a column; null where the record has none of that name.</summary>
    string? this[string name] { get; }
}
