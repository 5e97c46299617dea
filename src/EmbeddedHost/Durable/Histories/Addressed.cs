namespace EmbeddedHost.Durable.Histories;

/// <summary>A message and whom it is for.</summary>
/// <param name="Id">The instance.</param>
/// <param name="Run">The one run of it that is meant; 0 for whichever there is.</param>
internal sealed record Addressed(string Id, long Run, Message Message);
