using System.Text.Json;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Recommendations;

/// <summary>Recommendations from the recommender that an experiment names.</summary>
public sealed class ListsUnderTestTests
{
    private static readonly string[] Personal = ["p1", "both", "p2"], Popular = ["both", "q1", "q2"];

    private readonly EmbeddedRecommenderInMemory _embedded =
        new([.. Popular.Select(item => new RecommendedItem(item, 1, RecommendationSource.Popular, new RecommendationReason(ReasonKind.Popular)))]);

    [Theory]
    [InlineData("blend", null, "p1 both p2")]
    [InlineData("popular", RecommendationShelf.Popular, "both q1 q2")]
    [InlineData("trending", RecommendationShelf.Trending, "both q1 q2")]
    [InlineData("similar", RecommendationShelf.Similar, "both q1 q2")]
    public void Of_VariantOfASplit_IsTheListItNames(string recommender, RecommendationShelf? shelf, string items)
    {
        Assert.Equal(items, string.Join(' ', Ask("split", recommender).Select(item => item.ItemId)));
        Assert.Equal(shelf is { } asked ? [asked] : [], _embedded.Asked.Select(question => question.Shelf));
    }

    [Fact]
    public void Of_SimilarToWhatIsLookedAt_AsksForThat()
    {
        Ask("split", "similar", """{"item_id": "tea"}""");
        Assert.Equal("tea", Assert.Single(_embedded.Asked).Query.CurrentItemId);
    }

    [Fact]
    public void Of_Interleaving_HasBothListsAndTellsWhosePickEachItemIs()
    {
        var list = Ask("interleaving", "popular");

        Assert.Equal(["both", "p1", "p2", "q1", "q2"], list.Select(item => item.ItemId).Order());
        Assert.Equal(list.Select(item => item.Score).OrderDescending(), list.Select(item => item.Score));
        Assert.All(list, item => Assert.Contains(item.ItemId, item.Team == 0 ? Personal : Popular));
        Assert.Equal(list.Select(item => item.ItemId), Ask("interleaving", "popular").Select(item => item.ItemId));
    }

    private IReadOnlyList<ItemCandidate> Ask(string type, string recommender, string context = "{}")
    {
        var experiment = ExperimentDocument.Read(JsonElement.Parse($$"""
            {"key": "lists", "name": "n", "status": "running", "type": "{{type}}",
             "variants": [{"key": "a", "recommender": "blend"}, {"key": "b", "recommender": "{{recommender}}"}]}
            """)).Value!;
        var score = LeadScorer.Score(BehaviouralFactors.None(Timing.Noon), ScoringModel.Default);
        var person = new PersonState(PersonProfile.Unknown("ada"), true, score, AttributeMap.Empty, [.. Personal.Select(Candidate)]);
        var request = new DecisionRequest("ada", null, 10, AttributeJson.ReadMap(JsonElement.Parse(context)), false, Timing.Noon);
        var assignment = new Assignment(experiment, experiment.Variants[1], 1, true, AssignmentReason.Allocated, 0.7);
        return new ListsUnderTest(_embedded, new ItemCatalogue()).Of(assignment, request, person);
    }

    private static ItemCandidate Candidate(string id) => new(id, 0.9, "item_based", "because", AttributeMap.Empty);
}
