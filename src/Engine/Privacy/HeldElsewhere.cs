namespace PersonalizationEngine.Engine.Privacy;

/// <param name="What">What it is, in words of the place.</param>
/// <param name="Id">Whose: one of the person's ids.</param>
/// <param name="Json">The thing itself.</param>
public sealed record HeldElsewhere(string What, string Id, string Json);
