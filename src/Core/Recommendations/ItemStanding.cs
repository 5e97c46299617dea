namespace PersonalizationEngine.Core.Recommendations;

/// <summary>How an item does with people.</summary>
/// <param name="People">How many ever met it, who are known by an id.</param>
/// <param name="LastMetAt">To the minute.</param>
/// <param name="PopularPlace">Among all items, from 1; null beyond the first 200.</param>
/// <param name="TrendingPlace">Likewise, by what is met these days.</param>
public sealed record ItemStanding(int People, DateTimeOffset? LastMetAt, int? PopularPlace, int? TrendingPlace);
