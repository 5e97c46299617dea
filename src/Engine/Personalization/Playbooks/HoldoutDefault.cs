namespace PersonalizationEngine.Engine.Personalization.Playbooks;

/// <summary>The share of people held out of a rule that says nothing of its own.</summary>
/// <param name="Share">0 (nobody) to 0.5.</param>
public sealed record HoldoutDefault(double Share);
