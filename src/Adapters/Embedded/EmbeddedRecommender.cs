using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Recommendations.Training;

namespace PersonalizationEngine.Adapters.Embedded;

/// <summary>
/// The recommender of Core in this process: filled from the store at start, told of every event from then on, trained anew by
/// timer. Until it is filled it recommends from what it knows so far.
/// </summary>
internal sealed class EmbeddedRecommender(
    Recommender recommender,
    ModelKeeper models,
    Freshness freshness,
    IInteractionStore store,
    InteractionWeights weights,
    EmbeddedRecommenderOptions settings,
    TimeProvider time)
    : IEmbeddedRecommender, IRecommenderFeed, IRecommenderTraining, IRecommenderEvaluation, IHealthProbe
{
    private readonly CatalogueShelf _catalogue = new(recommender);
    private readonly Lock _learning = new();

    /// <summary>What was observed while the store was being read; null when it is not being read.</summary>
    private Dictionary<Interaction, int>? _observedMeanwhile;

    /// <summary>Who turned out to be one meanwhile: what is still to be read may name those who are no more.</summary>
    private List<(string From, string To)>? _mergedMeanwhile;

    /// <summary>Who was forgotten meanwhile, likewise.</summary>
    private List<string>? _forgottenMeanwhile;
    private volatile bool _isLoaded;

    public string Name => "embedded";

    string IHealthProbe.Name => "recommender";

    /// <summary>Answers go without recommendations when it fails.</summary>
    public bool IsVital => false;

    public ValueTask<RecommendationPage> RecommendAsync(RecommendationQuery query, CancellationToken cancellationToken)
    {
        _catalogue.BringUpToDate();
        return ValueTask.FromResult(recommender.Recommend(query));
    }

    public RecommendationPage Ask(RecommendationShelf shelf, RecommendationQuery query)
    {
        _catalogue.BringUpToDate();
        return recommender.Ask(shelf, query);
    }

    public RecommendationPage Complete(RecommendationQuery query, IReadOnlyList<string> proposedIds)
    {
        _catalogue.BringUpToDate();
        return recommender.Complete(query, proposedIds);
    }

    public bool Knows(string itemId)
    {
        _catalogue.BringUpToDate();
        return recommender.Knows(itemId);
    }

    public ItemStanding? StandingOf(string itemId) => recommender.StandingOf(itemId);

    public void NoteShown(IReadOnlyList<ShownItem> shown)
    {
        foreach (var (itemId, impressions, clicks) in shown) recommender.NoteShown(itemId, impressions, clicks);
    }

    public IReadOnlyList<string> Showable(RecommendationQuery query, IEnumerable<string> itemIds)
    {
        _catalogue.BringUpToDate();
        return recommender.Showable(query, itemIds);
    }

    public void Observe(IReadOnlyList<Interaction> interactions)
    {
        lock (_learning)
        {
            foreach (var interaction in interactions)
            {
                if (_observedMeanwhile is null) Learn(interaction);
                else NoteMeanwhile(AsStored(interaction));
            }
        }

        if (_isLoaded && freshness.Claim()) _ = TrainAndGiveBackAsync();
    }

    public void Merge(string fromPersonId, string toPersonId)
    {
        lock (_learning)
        {
            _mergedMeanwhile?.Add((fromPersonId, toPersonId));
            recommender.Merge(fromPersonId, toPersonId);
        }
    }

    public void Forget(string personId)
    {
        lock (_learning)
        {
            _forgottenMeanwhile?.Add(personId);
            recommender.Forget(personId);
        }
    }

    public IReadOnlyList<string> ItemsMetBy(string personId) => recommender.ItemsMetBy(personId);

    public void Apply(ItemChange change) => _catalogue.Apply(change);

    /// <summary>
    /// Events that come in meanwhile may or may not be among those that are read; they wait, and those that were read are
    /// struck off. Nothing is learnt before all is read, so that a reading that fails can be tried again.
    /// </summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await models.AdoptAsync(cancellationToken);
        lock (_learning) (_observedMeanwhile, _mergedMeanwhile, _forgottenMeanwhile) = ([], [], []);
        var stored = new Backlog();
        await foreach (var activity in store.ReadAsync(time.GetUtcNow() - settings.History, cancellationToken))
        {
            if (weights.Of(activity) is { } interaction) stored.Add(interaction);
        }

        freshness.Count(recommender.LearnMany(StrikingOff(stored)));
        lock (_learning)
        {
            foreach (var (interaction, times) in _observedMeanwhile)
                for (var i = 0; i < times; i++) Learn(interaction);
            foreach (var (from, to) in _mergedMeanwhile) recommender.Merge(from, to);
            foreach (var person in _forgottenMeanwhile!) recommender.Forget(person);
            (_observedMeanwhile, _mergedMeanwhile, _forgottenMeanwhile) = (null, null, null);
        }

        if (models.Report.Version is null || freshness.IsDue) await models.TrainAsync(cancellationToken);
        _isLoaded = true;
    }

    public Task<bool> AdoptAsync(CancellationToken cancellationToken) => models.AdoptAsync(cancellationToken);

    public bool IsDue => _isLoaded && freshness.IsDue;

    public Task<TrainingSummary> TrainAsync(CancellationToken cancellationToken) => models.TrainAsync(cancellationToken);

    public ModelReport Report() => models.Report;

    public OwnDataReport Evaluate(OwnDataOptions options)
    {
        _catalogue.BringUpToDate();
        return new OwnDataEvaluation(settings.Settings).Run(recommender.DataToEvaluate(_catalogue.Items()), options);
    }

    public Task<string?> CheckAsync(CancellationToken cancellationToken) => _isLoaded
        ? Task.FromResult<string?>($"embedded, {freshness.Learnt} interactions")
        : throw new InvalidOperationException("The recommender is still being filled.");

    private void Learn(in Interaction interaction)
    {
        if (recommender.Learn(interaction)) freshness.Count(1);
    }

    private async Task TrainAndGiveBackAsync()
    {
        try
        {
            await models.TrainAsync(CancellationToken.None);
        }
        finally
        {
            freshness.GiveBack();
        }
    }

    /// <summary>The store keeps whole milliseconds.</summary>
    private static Interaction AsStored(in Interaction interaction) =>
        interaction with { At = DateTimeOffset.FromUnixTimeMilliseconds(interaction.At.ToUnixTimeMilliseconds()) };

    private void NoteMeanwhile(in Interaction interaction) =>
        _observedMeanwhile![interaction] = _observedMeanwhile.GetValueOrDefault(interaction) + 1;

    private IEnumerable<Interaction> StrikingOff(Backlog stored)
    {
        foreach (var interaction in stored.TakeAll())
        {
            lock (_learning) StrikeOff(interaction);
            yield return interaction;
        }
    }

    private void StrikeOff(in Interaction interaction)
    {
        if (_observedMeanwhile!.Count == 0 || !_observedMeanwhile.TryGetValue(interaction, out var times)) return;
        if (times == 1) _observedMeanwhile.Remove(interaction);
        else _observedMeanwhile[interaction] = times - 1;
    }
}
