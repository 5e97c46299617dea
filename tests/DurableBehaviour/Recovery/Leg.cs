namespace DurableBehaviour.Recovery;

/// <summary>One generation of a gauntlet.</summary>
public sealed record Leg(int Seed, int Generation, string Text);
