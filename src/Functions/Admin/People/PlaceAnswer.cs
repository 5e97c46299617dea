namespace PersonalizationEngine.Functions.Admin.People;

/// <param name="Done">Whether it has forgotten the person.</param>
internal sealed record PlaceAnswer(string Place, bool Done);
