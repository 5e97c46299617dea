namespace PersonalizationEngine.Engine.Administration.Trying;

/// <param name="Seen">How many people there were to draw from.</param>
/// <param name="Ids">Everybody, or where there are too many an even sample, the same one each time.</param>
public sealed record DrawnPeople(long Seen, IReadOnlyList<string> Ids);
