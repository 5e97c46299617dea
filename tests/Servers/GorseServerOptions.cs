namespace PersonalizationEngine.Servers;

/// <param name="IsHead">The unreleased head of Gorse instead of v0.5.11.</param>
/// <param name="Arguments">Options of tests/GorseServer beside these, such as <c>--positive</c>, <c>--no-auto-insert</c>, <c>--replacement</c>.</param>
public sealed record GorseServerOptions(bool IsHead = false, string ApiKey = "key-of-gorse", params IReadOnlyList<string> Arguments);
