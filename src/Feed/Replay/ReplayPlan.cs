using PersonalizationEngine.Feed.Replay.Mapping;

namespace PersonalizationEngine.Feed.Replay;

/// <summary>What to replay, and how.</summary>
/// <param name="Delimiter">Null to guess it.</param>
/// <param name="StateFolder">Null for beside the file.</param>
/// <param name="Limit">Records to read at most, counted from the beginning of the file.</param>
internal sealed record ReplayPlan(
    string File, IRowMapping Mapping, char? Delimiter, bool ShiftToNow, bool Resume, string? StateFolder, long Limit, Uri Url)
{
    /// <summary>What decides, beside the file's bytes, which events it gives.</summary>
    public IEnumerable<string> Options =>
        [Mapping.Identity, Delimiter?.ToString() ?? "auto", ShiftToNow ? "shifted" : "as it is"];
}
