using System.Collections.Concurrent;
using PersonalizationEngine.Core.Recommendations.Content;
using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;
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
    // Half a millisecond of copying.
    private const int PeoplePerStretch = 1000;

    private const int ManyEvents = 1_000_000;

    private readonly RecommenderSettings _settings;
    private readonly LiveState _state;
    private readonly ReaderWriterGate _gate = new();
    private readonly ConcurrentBag<ServingWorkspace> _workspaces = [];
    private Catalogue _catalogue = Catalogue.Empty;
    private TrainedModels _models = TrainedModels.None;

    /// <exception cref="ArgumentException">A setting is out of range; the message lists every one that is.</exception>
    public Recommender(RecommenderSettings settings)
    {
        _settings = SettingRanges.Checked(settings);
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

    /// <summary>
    /// Takes in many, as at the start, in a tenth of the time: what is popular moves after each million and at the end, all else at
    /// once. Others may learn and ask meanwhile.
    /// </summary>
    /// <returns>How many were learnt.</returns>
    public long LearnMany(IEnumerable<Interaction> interactions)
    {
        var learnt = 0L;
        using (_gate.Write()) _state.BeginMany();
        try
        {
            foreach (var interaction in interactions)
            {
                if (!Learn(interaction) || ++learnt % ManyEvents != 0) continue;
                using (_gate.Write())
                {
                    _state.EndMany();
                    _state.BeginMany();
                }
            }
        }
        finally
        {
            using (_gate.Write()) _state.EndMany();
        }

        return learnt;
    }

    /// <summary>Erases a person: history, seen items and id. Popularity, which names nobody, keeps its counts.</summary>
    public void Forget(string personId)
    {
        using (_gate.Write()) _state.Forget(personId);
    }

    /// <summary>What somebody has met, by the ids of the items, oldest first; nothing for somebody never heard of.</summary>
    public IReadOnlyList<string> ItemsMetBy(string personId)
    {
        using (_gate.Read())
        {
            if (!_state.People.TryFind(personId, out var person) || _state.HistoryOf(person) is not { } history) return [];
            var items = new List<int>(history.Older.Except(history.Items.ToArray()));
            items.AddRange(history.Items);
            return items.ConvertAll(item => _state.Items[item]);
        }
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

    /// <summary>
    /// What models train on, as of now. Copied in stretches, between which others may learn: each history is whole, and nobody waits
    /// for the copy of a million.
    /// </summary>
    public InteractionMatrix TrainingData()
    {
        int people, pairs;
        using (_gate.Read()) (people, pairs) = (_state.People.Count, _state.CountPairs());
        var matrix = new InteractionMatrixBuilder(people, pairs);
        for (var first = 0; first < people; first += PeoplePerStretch)
        {
            using (_gate.Read()) _state.WriteHistories(first, Math.Min(people, first + PeoplePerStretch), matrix);
        }

        using (_gate.Read()) return matrix.Build(_state.Items.Count);
    }

    /// <summary>What an evaluation goes by, as of now.</summary>
    /// <param name="catalogue">The one this recommender was given last.</param>
    public EvaluatedData DataToEvaluate(IReadOnlyList<CatalogueItem> catalogue)
    {
        var matrix = TrainingData();
        using (_gate.Read()) return new EvaluatedData(matrix, ItemIds(matrix.ItemCount), catalogue);
    }

    /// <summary>Models as bytes that another process can read, whatever numbers its items have.</summary>
    /// <param name="models">Trained on this recommender's data.</param>
    public byte[] Write(TrainedModels models, TrainedOn on)
    {
        string[] ids;
        using (_gate.Read()) ids = ItemIds(_state.Items.Count);
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
    /// Takes note of how often an item was shown as a recommendation, and clicked: what exploration goes by. Order does not matter.
    /// </summary>
    /// <param name="impressions">0 or more.</param>
    /// <param name="clicks">0 or more.</param>
    public void NoteShown(string itemId, int impressions, int clicks)
    {
        if (string.IsNullOrEmpty(itemId)) return;
        using (_gate.Write()) _state.Shown.Add(_state.Items.GetOrAdd(itemId), Math.Max(0, impressions), Math.Max(0, clicks));
    }

    /// <summary>Whether the item is in the catalogue, hidden or not, or somebody has met it.</summary>
    public bool Knows(string itemId)
    {
        using (_gate.Read())
            return _state.Items.TryFind(itemId, out var item) && (_catalogue.Find(item) is not null || _state.Popular.Contains(item));
    }

    /// <summary>How an item does with people; null for one that nobody has met.</summary>
    public ItemStanding? StandingOf(string itemId)
    {
        using (_gate.Read())
        {
            if (!_state.Items.TryFind(itemId, out var item) || !_state.Popular.Contains(item)) return null;
            var audience = _state.AudienceOf(item);
            return new ItemStanding(audience?.Total ?? 0, audience?.LastMetAt, _state.Popular.PlaceOf(item), _state.Trending.PlaceOf(item));
        }
    }

    /// <summary>
    /// What suits the person here and now: history, people of similar taste, the current item and session, and
    /// popularity; for the unknown what is trending, then popular in their segment, then with everybody, then new. Items of which little is known get
    /// every tenth place (<see cref="RecommenderSettings.ExploreEvery"/>).
    /// </summary>
    public RecommendationPage Recommend(RecommendationQuery query) => Ask(RecommendationShelf.Personal, query);

    /// <summary>
    /// What goes with <see cref="RecommendationQuery.CurrentItemId"/> (and the session before it, if given), whoever looks
    /// at it; then popular and new items. The person matters only for what was met.
    /// </summary>
    public RecommendationPage Similar(RecommendationQuery query) => Ask(RecommendationShelf.Similar, query);

    /// <summary>What many met in the last days; then popular and new items.</summary>
    public RecommendationPage Trending(RecommendationQuery query) => Ask(RecommendationShelf.Trending, query);

    /// <summary>What many met, recent events counting more; then new items.</summary>
    public RecommendationPage Popular(RecommendationQuery query) => Ask(RecommendationShelf.Popular, query);

    /// <summary>Any of the four lists.</summary>
    public RecommendationPage Ask(RecommendationShelf shelf, RecommendationQuery query)
    {
        var workspace = Answer(shelf, query, null);
        var page = workspace.Answer.ToPage();
        _workspaces.Add(workspace);
        return page;
    }

    /// <summary>
    /// The personal list behind what somebody else proposed: their items first, in the order given, as far as they may be shown.
    /// All else that the query asks for holds for the whole list.
    /// </summary>
    public RecommendationPage Complete(RecommendationQuery query, IReadOnlyList<string> proposedIds)
    {
        var workspace = Answer(RecommendationShelf.Personal, query, null, proposedIds);
        var page = workspace.Answer.ToPage();
        _workspaces.Add(workspace);
        return page;
    }

    /// <summary>Any of the four lists into a buffer of the caller's, which allocates next to nothing.</summary>
    public void Ask(RecommendationShelf shelf, RecommendationQuery query, RecommendationBuffer answer) =>
        _workspaces.Add(Answer(shelf, query, answer));

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

    /// <summary>By number. The caller holds the gate.</summary>
    private string[] ItemIds(int count) => [.. Enumerable.Range(0, count).Select(item => _state.Items[item])];

    /// <summary>People change their segment once in a while and ask often: most need no more than the look.</summary>
    private void NoteSegment(RecommendationQuery query)
    {
        if (query.Segment is not { Length: > 0 } segment) return;
        using (_gate.Read())
        {
            if (!_state.People.TryFind(query.PersonId, out var known) || _state.Segments.Contains(known, segment)) return;
        }

        using (_gate.Write())
        {
            if (_state.People.TryFind(query.PersonId, out var person) && _state.HistoryOf(person) is { } history)
                _state.Segments.Enter(person, segment, history);
        }
    }

    /// <param name="answer">That of the workspace when null.</param>
    /// <returns>The workspace it was made in, for the caller to give back.</returns>
    private ServingWorkspace Answer(
        RecommendationShelf shelf, RecommendationQuery query, RecommendationBuffer? answer, IReadOnlyList<string>? proposedIds = null)
    {
        NoteSegment(query);
        if (!_workspaces.TryTake(out var workspace)) workspace = new ServingWorkspace(_state.Items);
        using (_gate.Read())
        {
            var knowledge = new Knowledge(_state, _catalogue, Volatile.Read(ref _models), _settings);
            RequestReader.Read(knowledge, query, workspace);
            if (proposedIds is not null) ProposedTier.Read(_state.Items, proposedIds, workspace);
            ShelfScorer.Score(shelf, knowledge, query, workspace);
            workspace.Arrangement.Make(knowledge, query, workspace, proposedIds is null ? ShelfRanking.Of(shelf) : ShelfRanking.Completing);
            PageWriter.Write(knowledge, query, workspace, answer ?? workspace.Answer);
        }

        return workspace;
    }
}
