using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Interleaving;
using PersonalizationEngine.Core.Hashing;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>The list of the recommender that an experiment names, or of both of its recommenders in turns.</summary>
public sealed class ListsUnderTest(IEmbeddedRecommender embedded, ItemCatalogue catalogue)
{
    private const string CurrentItem = "item_id";

    /// <param name="assignment">Its variant names a recommender.</param>
    /// <returns>Best first; the person's own list where the other recommender has nothing to say.</returns>
    public IReadOnlyList<ItemCandidate> Of(Assignment assignment, DecisionRequest request, PersonState person) =>
        assignment.Experiment.Design.Kind == ExperimentKind.Interleaving
            ? Interleave(assignment.Experiment, request, person)
            : Ask(assignment.Variant.Recommender!, request, person);

    private ItemCandidate[] Interleave(Experiment experiment, DecisionRequest request, PersonState person)
    {
        var lists = experiment.Variants.Select(variant => Ask(variant.Recommender!, request, person)).ToArray();
        var drafted = TeamDraft.Interleave(Ids(lists[0]), Ids(lists[1]), PersonLoader.MaxCandidates, CoinsOf(experiment, request, person));
        var items = lists.SelectMany((list, team) => list.Select(item => (team, item))).ToDictionary(one => (one.item.ItemId, one.team), one => one.item);
        // The order is the message now: scores of two recommenders do not compare.
        return
        [
            .. drafted.Select((pick, place) => items[(pick.ItemId, pick.Team)] with
            {
                Team = pick.Team,
                Score = 1 - ((double)place / PersonLoader.MaxCandidates),
                Choice = null,
            }),
        ];
    }

    /// <summary>The same list for a person all day long, another one tomorrow.</summary>
    private static long CoinsOf(Experiment experiment, DecisionRequest request, PersonState person)
    {
        var hash = CodeUnitFnv1a.Continue(CodeUnitFnv1a.Hash(experiment.Seed), person.Profile.PersonId);
        return ((long)hash << 32) ^ (request.Now.ToUnixTimeSeconds() / (24 * 60 * 60));
    }

    private IReadOnlyList<ItemCandidate> Ask(string recommender, DecisionRequest request, PersonState person)
    {
        var query = new RecommendationQuery
        {
            PersonId = person.TasteOf(),
            Limit = PersonLoader.MaxCandidates,
            Instant = request.Now,
            CurrentItemId = request.Context[CurrentItem] is { Kind: AttributeKind.Text } item ? item.Text : null,
        };
        RecommendationShelf? shelf = recommender switch
        {
            TestedRecommenders.Popular => RecommendationShelf.Popular,
            TestedRecommenders.Trending => RecommendationShelf.Trending,
            TestedRecommenders.Similar => RecommendationShelf.Similar,
            _ => null,
        };
        if (shelf is not { } asked) return person.Candidates;
        var page = embedded.Ask(asked, query);
        return page.Items.Count == 0 ? person.Candidates : [.. page.Items.Select(catalogue.ToCandidate)];
    }

    private static string[] Ids(IReadOnlyList<ItemCandidate> list) => [.. list.Select(item => item.ItemId)];
}
