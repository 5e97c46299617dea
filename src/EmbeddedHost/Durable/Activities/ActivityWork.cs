namespace EmbeddedHost.Durable.Activities;

/// <summary>An activity that an orchestration asked for.</summary>
/// <param name="Input">JSON.</param>
internal sealed record ActivityWork(string InstanceId, long Run, int Task, string Name, string? Input);
