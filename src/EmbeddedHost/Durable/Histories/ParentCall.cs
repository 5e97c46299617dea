namespace EmbeddedHost.Durable.Histories;

/// <summary>The call that made an instance a sub-orchestration.</summary>
internal sealed record ParentCall(string Id, string Name, long Run, int Task);
