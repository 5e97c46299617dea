namespace PersonalizationEngine.Core.Profiles.Factors;

/// <summary>One visit as the system that saw it tells of it.</summary>
/// <param name="Site">Session ids are unique only within a site.</param>
/// <param name="HasDemoRequest">A second demo request in it does not count.</param>
public readonly record struct WebSession(string Site, string Session, DateTimeOffset Start, DateTimeOffset End, bool HasDemoRequest);
