namespace PersonalizationEngine.Engine.Idempotency;

/// <summary>What a request was answered, for whoever sends it again.</summary>
/// <param name="Status">200 to 399.</param>
/// <param name="Headers">Names with their values, in the order they were set.</param>
/// <param name="Body">Empty for none; null where it was too large to keep, or came in pieces.</param>
public sealed record KeptAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, string? Body);
