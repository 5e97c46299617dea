namespace PersonalizationEngine.Engine.Leads;

/// <summary>An id that leads to a person.</summary>
public sealed record LinkedIdentity(string Identity, DateTimeOffset LinkedAt);
