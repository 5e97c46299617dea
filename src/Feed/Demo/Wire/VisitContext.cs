using PersonalizationEngine.Feed.Demo.Population;

namespace PersonalizationEngine.Feed.Demo.Wire;

/// <summary>What all events of one visit have in common.</summary>
/// <param name="PropertiesAsText">The first generation of Rybbit sends properties as JSON in a text.</param>
internal sealed record VisitContext(string SessionId, Device Device, string Language, bool PropertiesAsText);
