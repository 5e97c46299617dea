namespace PersonalizationEngine.Core.Recommendations.Blending;

/// <summary>
/// The blend where there is nothing yet to choose by: for somebody who met n items the personal parts weigh n / (n + constant).
/// The rest goes to popularity, which serves newcomers better than a guess, but only as far as popularity reaches: where half
/// of all people met the leading item it says much, in a shop of many small tastes next to nothing (on Amazon Music giving it
/// the whole rest halves the recall).
/// </summary>
internal static class UnchosenBlend
{
    /// <param name="constant">See <see cref="RecommenderSettings.PersonalBlendConstant"/>.</param>
    /// <param name="reach">The share of people who met the most popular item, 0 to 1.</param>
    public static BlendShares SharesFor(int itemsMet, double constant, double reach)
    {
        var personal = (float)(itemsMet / (itemsMet + constant));
        var rest = (1 - personal) * (float)reach;
        return new BlendShares { Neighbours = personal / 2, People = personal / 2, Popular = rest / 2, Trending = rest / 2 };
    }
}
