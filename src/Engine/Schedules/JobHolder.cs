namespace PersonalizationEngine.Engine.Schedules;

/// <summary>This process as a holder of leases.</summary>
/// <param name="Name">Unlike that of any other process, earlier ones on this machine among them; at most 100 characters.</param>
public sealed record JobHolder(string Name);
