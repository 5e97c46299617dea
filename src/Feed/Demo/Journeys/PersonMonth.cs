using PersonalizationEngine.Feed.Demo.Population;
using PersonalizationEngine.Feed.Demo.Wire;

namespace PersonalizationEngine.Feed.Demo.Journeys;

/// <summary>One person with all that happened, not yet in order of time.</summary>
/// <param name="Converted">Whether they became a customer by now.</param>
internal sealed record PersonMonth(Person Person, IReadOnlyList<DemoEvent> Events, bool Converted);
