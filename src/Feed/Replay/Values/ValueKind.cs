namespace PersonalizationEngine.Feed.Replay.Values;

/// <summary>What a text becomes in JSON; <c>as:</c> in a mapping.</summary>
internal enum ValueKind
{
    Text,
    Number,
    Bool,
    Timestamp,

    /// <summary>The text is JSON itself.</summary>
    Json,
}
