namespace PersonalizationEngine.LargeStore;

/// <summary>How much a store is filled with.</summary>
/// <param name="People">At least 1,000; each is known by two ids and has answered for three purposes.</param>
/// <param name="EventsEach">Behaviour events a person has, over four weeks.</param>
/// <param name="ScoresEach">Rows of the score history a person has, one a week.</param>
public sealed record StoreSize(int People = 100_000, int EventsEach = 10, int ScoresEach = 3)
{
    public const int Items = 300, Rules = 30, Experiments = 10, Campaigns = 5;

    /// <summary>Of all campaigns together: each person once.</summary>
    public int Deliveries => People;

    /// <summary>The person of whom there is most of everything: 2,000 events, 300 scores and messages, 20 merges.</summary>
    public static string BusiestPerson => "person-000000";
}
