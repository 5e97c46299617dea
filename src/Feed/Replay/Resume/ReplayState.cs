namespace PersonalizationEngine.Feed.Replay.Resume;

/// <summary>How far a replay has come; what the engine has answered for lies before it, everything else behind.</summary>
/// <param name="Fingerprint">Of the file, the mapping and the options; another one makes the state worthless.</param>
/// <param name="Url">The engine it went to.</param>
/// <param name="Records">Records acknowledged, malformed ones among them.</param>
/// <param name="Bytes">Where in the file that is, about.</param>
/// <param name="NextGroup">Number of the next group, from 1: its webhook ids follow from it.</param>
/// <param name="Now">What "now" is in the events, so that a resumed run maps as the first did.</param>
/// <param name="ShiftMilliseconds">By how much timestamps are moved.</param>
internal sealed record ReplayState(
    string Fingerprint, Uri Url, long Records, long Bytes, long NextGroup, DateTimeOffset Now, double ShiftMilliseconds);
