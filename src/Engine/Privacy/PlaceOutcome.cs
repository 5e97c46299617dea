namespace PersonalizationEngine.Engine.Privacy;

/// <param name="Place">As <see cref="Ports.IPersonalPlace.Name"/> says.</param>
public sealed record PlaceOutcome(string Place, bool Done);
