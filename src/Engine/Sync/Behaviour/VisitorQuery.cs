namespace PersonalizationEngine.Engine.Sync.Behaviour;

/// <summary>Which visitors are read.</summary>
/// <param name="AsOf">Activities after it are left out, and windows end there.</param>
/// <param name="ActiveSince">Only visitors with an activity from then on; everybody in the windows when null.</param>
public sealed record VisitorQuery(DateTimeOffset AsOf, DateTimeOffset? ActiveSince);
