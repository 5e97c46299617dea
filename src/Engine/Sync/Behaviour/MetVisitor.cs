namespace PersonalizationEngine.Engine.Sync.Behaviour;

/// <summary>A visitor as counted by a run, to be stored.</summary>
/// <param name="Run">The instant the run counted up to.</param>
public sealed record MetVisitor(string VisitorId, DateTimeOffset Run, Core.Profiles.Factors.WebBehaviour Behaviour);
