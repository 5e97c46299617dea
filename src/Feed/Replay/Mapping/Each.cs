namespace PersonalizationEngine.Feed.Replay.Mapping;

/// <summary>How often an event is sent for a row; <c>each:</c> in a mapping.</summary>
internal enum Each
{
    Row,

    /// <summary>Once for each visit that the row's totals were turned into.</summary>
    Visit,

    /// <summary>Once for each page view of these visits.</summary>
    PageView,
}
