namespace PersonalizationEngine.Recommenders.DataSets;

/// <summary>A <see cref="Meeting"/> with the ids its file gives.</summary>
internal readonly record struct RawMeeting(string Person, string Item, float Rating, double Seconds);
