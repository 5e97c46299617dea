namespace PersonalizationEngine.Feed.Replay.Reading;

/// <param name="Number">Counted from 1.</param>
internal readonly record struct PhysicalLine(long Number, string Text);
