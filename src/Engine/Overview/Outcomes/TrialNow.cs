namespace PersonalizationEngine.Engine.Overview.Outcomes;

/// <summary>A running experiment.</summary>
/// <param name="People">Who were served a variant and count; null while that is not worked out.</param>
/// <param name="Sentence">What it has shown so far, in plain words; null while that is not worked out.</param>
/// <param name="IsOff">Its variants have sizes that cannot be chance.</param>
/// <param name="IsProven">A variant is proven to be better or worse than the control.</param>
public sealed record TrialNow(long Id, string Key, string Name, DateTimeOffset? From, long? People, string? Sentence, bool IsOff, bool IsProven);
