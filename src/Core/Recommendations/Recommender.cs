using System.Collections.Concurrent;
using PersonalizationEngine.Core.Recommendations.Content;
using PersonalizationEngine.Core.Recommendations.Live;
using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Core.Recommendations.Models.Persistence;
using PersonalizationEngine.Core.Recommendations.Serving;

namespace PersonalizationEngine.Core.Recommendations;

/// <summary>
/// Recommends items from what people did, all in memory. It learns one interaction in microseconds, which counts from the
/// next question on; the trained models are made from a snapshot and swapped in. A question never fails: unknown people
/// and items leave less to go by, and an empty catalogue gives an empty page.
/// Any thread may ask; learning and asking exclude each other for microseconds.
/// </summary>
public sealed class Recommender : IDisposable
{
    private readonly RecommenderSettings _settings;
    private readonly LiveState _state;
    private readonly ReaderWriterGate _gate = new();
    private readonly ConcurrentBag<ServingWorkspace> _workspaces = [];
    private Catalogue _catalogue = Catalogue.Empty;
    private TrainedModels _models = TrainedModels.None;

    /// <exception cref="ArgumentException">A setting is out of range; the message lists every one that is.</exception>
    public Recommender(RecommenderSettings settings)
    {
        if (settings.Problems() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join(" ", problems), nameof(settings));
        _settings = settings;
        _state = new LiveState(settings);
    }

    /// <summary>Takes in one event. Each event must be given once; order does not matter.</summary>
    /// <returns>False, and nothing is learned, when <see cref="Interaction.IsUsable"/> is false.</returns>
    public bool Learn(in Interaction interaction)
    {
        if (!interaction.IsUsable) return false;
        using (_gate.Write()) _state.Learn(interaction);
        return true;
    }

    /// <summary>Erases a person: history, seen items and id. Popularity, which names nobody, keeps its counts.</summary>
    public void Forget(string personId)
    {
        using (_gate.Write()) _state.Forget(personId);
    }

    /// <summary>Two people turned out to be one: the first one's history joins the other's, and their id is forgotten.</summary>
    public void Merge(string fromPersonId, string toPersonId)
    {
        if (string.Equals(fromPersonId, toPersonId, StringComparison.Ordinal)) return;
        using (_gate.Write()) _state.Merge(fromPersonId, toPersonId);
    }

    /// <summary>
    /// Puts a whole catalogue in place of the one before, about ten microseconds an item, most of them to read its text,
    /// which holds nobody up. Items that were catalogued before and are missing now are never recommended again, unless a
    /// later catalogue brings them back.
    /// </summary>
    public void ReplaceCatalogue(IEnumerable<CatalogueItem> items)
    {
        DescribedItem[] copy = [.. items.Select(DescribedItem.Of)];
        using (_gate.Write()) _catalogue = Catalogue.Build(copy, _state.Items, _catalogue);
    }

    /// <summary>What models train on, as of now.</summary>
    public InteractionMatrix TrainingData()
    {
        using (_gate.Read()) return _state.ToMatrix();
    }

    /// <summary>What the catalogue says of items, as of now, for a model of likeness by content.</summary>
    public ContentMatrix ContentData()
    {
        using (_gate.Read()) return _catalogue.ToContent(_state.Items.Count);
    }

    /// <summary>Models as bytes that another process can read, whatever numbers its items have.</summary>
    /// <param name="models">Trained on this recommender's data.</param>
    public byte[] Write(TrainedModels models, TrainedOn on)
    {
        string[] ids;
        using (_gate.Read()) ids = [.. Enumerable.Range(0, _state.Items.Count).Select(item => _state.Items[item])];
        return TrainedModelsFormat.Write(models, on, ids);
    }

    /// <summary>Models out of bytes; items that were never met here become known.</summary>
    public ModelReading<StoredModels> Read(ReadOnlySpan<byte> bytes) => TrainedModelsFormat.Read(bytes, id =>
    {
        using (_gate.Write()) return _state.Items.GetOrAdd(id);
    });

    /// <summary>The models in use.</summary>
    public TrainedModels Models => Volatile.Read(ref _models);

    /// <summary>Puts models in use, from the next question on. They must be trained on this recommender's data.</summary>
    public void Use(TrainedModels models) => Volatile.Write(ref _models, models);

    /// <summary>
    /// What suits the person here and now: history, people of similar taste, the current item and session, and
    /// popularity; for the unknown what is trending, then popular, then new. Items that nobody met yet get
    /// every tenth place (<see cref="RecommenderSettings.NewItemEvery"/>) where they suit the person.
    /// </summary>
    public RecommendationPage Recommend(RecommendationQuery query) => Answer(query, static (knowledge, query, workspace) =>
    {
        NewItems.Find(knowledge, workspace);
        PersonalBlend.Fill(knowledge, query, workspace);
        BlendedTier.Fill(knowledge, workspace);
        FallbackTiers.FillTrending(knowledge, query, workspace);
        FallbackTiers.FillPopular(knowledge, workspace);
        FallbackTiers.FillNewest(knowledge, workspace);
        NewItems.Place(knowledge.Settings.NewItemEvery, workspace);
    });

    /// <summary>
    /// What goes with <see cref="RecommendationQuery.CurrentItemId"/> (and the session before it, if given), whoever looks
    /// at it; then popular and new items. The person matters only for what was seen.
    /// </summary>
    public RecommendationPage Similar(RecommendationQuery query) => Answer(query, static (knowledge, _, workspace) =>
    {
        ContextScorer.Score(knowledge, workspace);
        workspace.Blend.Add(workspace.Context, 1, RecommendationSource.Similar);
        BlendedTier.Fill(knowledge, workspace);
        FallbackTiers.FillPopular(knowledge, workspace);
        FallbackTiers.FillNewest(knowledge, workspace);
    });

    /// <summary>What many met in the last days; then popular and new items.</summary>
    public RecommendationPage Trending(RecommendationQuery query) => Answer(query, static (knowledge, query, workspace) =>
    {
        FallbackTiers.FillTrending(knowledge, query, workspace);
        FallbackTiers.FillPopular(knowledge, workspace);
        FallbackTiers.FillNewest(knowledge, workspace);
    });

    /// <summary>What many met, recent events counting more; then new items.</summary>
    public RecommendationPage Popular(RecommendationQuery query) => Answer(query, static (knowledge, _, workspace) =>
    {
        FallbackTiers.FillPopular(knowledge, workspace);
        FallbackTiers.FillNewest(knowledge, workspace);
    });

    /// <summary>
    /// Which of these items, proposed by somebody else, may be shown: those this recommender could recommend to the person
    /// for the query, in the order given, each once. Ids it has never heard of are not among them.
    /// </summary>
    public IReadOnlyList<string> Showable(RecommendationQuery query, IEnumerable<string> itemIds)
    {
        if (!_workspaces.TryTake(out var workspace)) workspace = new ServingWorkspace(_state.Items);
        List<string> showable = [];
        using (_gate.Read())
        {
            RequestReader.Read(new Knowledge(_state, _catalogue, Volatile.Read(ref _models), _settings), query, workspace);
            foreach (var id in itemIds)
            {
                if (!_state.Items.TryFind(id, out var item) || !workspace.Filter.Allows(item)) continue;
                workspace.Filter.Block(item);
                showable.Add(id);
            }
        }

        _workspaces.Add(workspace);
        return showable;
    }

    public void Dispose() => _gate.Dispose();

    private RecommendationPage Answer(
        RecommendationQuery query, Action<Knowledge, RecommendationQuery, ServingWorkspace> fill)
    {
        if (!_workspaces.TryTake(out var workspace)) workspace = new ServingWorkspace(_state.Items);
        using (_gate.Read())
        {
            var knowledge = new Knowledge(_state, _catalogue, Volatile.Read(ref _models), _settings);
            workspace.Shelf.Begin(PageWriter.Needed(knowledge, query));
            RequestReader.Read(knowledge, query, workspace);
            fill(knowledge, query, workspace);
            var page = PageWriter.Write(knowledge, query, workspace);
            _workspaces.Add(workspace);
            return page;
        }
    }
}
