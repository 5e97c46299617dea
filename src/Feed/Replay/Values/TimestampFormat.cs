namespace PersonalizationEngine.Feed.Replay.Values;

/// <summary>How a file writes instants; <c>format:</c> in a mapping.</summary>
internal enum TimestampFormat
{
    /// <summary>
    /// A number below 100,000,000,000 (the year 5138) is unix seconds, a larger one milliseconds; all else is ISO 8601.
    /// </summary>
    Auto,

    /// <summary>ISO 8601; without an offset it means UTC.</summary>
    Iso,

    /// <summary>Seconds since 1970, with or without a fraction.</summary>
    Unix,

    /// <summary>Milliseconds since 1970.</summary>
    UnixMs,
}
