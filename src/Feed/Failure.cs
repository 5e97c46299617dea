namespace PersonalizationEngine.Feed;

/// <summary>Why something expected to fail now and then did: one sentence, shown as it is.</summary>
internal readonly record struct Failure(string Reason);
