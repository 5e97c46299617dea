using EmbeddedHost.Durable.Histories;

namespace EmbeddedHost.Durable.Sessions;

/// <summary>The next run of an orchestration that begins anew.</summary>
/// <param name="Input">JSON.</param>
/// <param name="First">That it begins, then the events that it takes over.</param>
internal sealed record Renewed(long Run, string? Input, IReadOnlyList<Message> First);
