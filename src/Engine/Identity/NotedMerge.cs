using System.Text.Json;

namespace PersonalizationEngine.Engine.Identity;

/// <summary>Two people who became one, as it is remembered.</summary>
/// <param name="From">The person that is no more.</param>
/// <param name="To">The person everything went to.</param>
/// <param name="Because">The identity that showed the two to be one.</param>
/// <param name="Source">Who sent the event that said so: <c>rybbit</c> or <c>cdp</c>.</param>
/// <param name="Before">The two just before, as <c>from</c> and <c>to</c>; null where it is not kept any more.</param>
/// <param name="UndoneBy">The name of the key; null while it holds.</param>
public sealed record NotedMerge(
    long Id, DateTimeOffset At, string From, string To, string Because, string Source, string EventId, JsonElement? Before,
    DateTimeOffset? UndoneAt, string? UndoneBy);
