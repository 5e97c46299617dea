using CsCheck;
using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

/// <summary>What others propose is held to the same rules as what the recommender proposes itself.</summary>
public sealed class ShowableTests
{
    [Fact]
    public void Showable_AnyProposal_IsWhatMayBeRecommendedInTheOrderGiven()
    {
        var query = World.Ask("ada") with { CurrentItemId = "current", ExcludeIds = ["excluded"], SessionItemIds = ["session"] };
        var world = new World(
            [
                new CatalogueItem { ItemId = "shown" }, new CatalogueItem { ItemId = "current" }, new CatalogueItem { ItemId = "excluded" },
                new CatalogueItem { ItemId = "session" }, new CatalogueItem { ItemId = "seen" }, new CatalogueItem { ItemId = "hidden", Hidden = true },
                new CatalogueItem { ItemId = "expired", ExpiresAt = World.Now }, new CatalogueItem { ItemId = "later", PublishedAt = World.Now.AddDays(1) },
            ],
            [World.View("ada", "seen"), World.View("bob", "met")]);
        using var recommender = world.Build();

        Gen.Shuffle((string[])["shown", "current", "excluded", "session", "seen", "hidden", "expired", "later", "met", "unknown", "", "shown"]).Sample(proposal =>
        {
            var allowed = world.Allowed(query);
            Assert.Equal(proposal.Where(allowed.Contains).Distinct(), recommender.Showable(query, proposal));
        });
    }

    [Fact]
    public void Showable_ThenARecommendation_IsNotDisturbed()
    {
        using var recommender = World.After(World.View("bob", "a"), World.View("bob", "b"));

        Assert.Equal(["b"], recommender.Showable(World.Ask(), ["b"]));
        Assert.Equal(2, recommender.Recommend(World.Ask()).Items.Count);
    }
}
