using System.Globalization;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Live;

/// <summary>
/// Everything learned from interactions, in memory, current to the last event. Not safe by itself: the recommender's
/// gate lets many readers or one writer in.
/// </summary>
internal sealed class LiveState
{
    /// <summary>Of an item known only to have been seen: next to nothing, so that it counts as seen and as little else.</summary>
    private const float OldestWeight = 1e-3f;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3650);

    private readonly RecommenderSettings _settings;
    private readonly RowTable<PersonHistory> _histories = new();
    private readonly RowTable<Audience> _audiences = new();
    private readonly SessionLearner _sessions;
    private int[] _itemsMet = [];

    public LiveState(RecommenderSettings settings)
    {
        _settings = settings;
        _sessions = new SessionLearner(settings);
        Lasting = new DecayedRanking(Lifetime, Items);
        Popular = new DecayedRanking(settings.PopularityHalfLife, Items);
        Trending = new DecayedRanking(settings.TrendingHalfLife, Items);
        Segments = new SegmentCounts(settings.PopularityHalfLife, Items);
    }

    /// <summary>Histories and audiences alone, of people and items named by their numbers.</summary>
    public static LiveState Of(InteractionMatrix matrix, RecommenderSettings settings)
    {
        var state = new LiveState(settings);
        for (var item = 0; item < matrix.ItemCount; item++) state.Items.GetOrAdd(item.ToString(CultureInfo.InvariantCulture));
        for (var person = 0; person < matrix.PersonCount; person++)
        {
            state.People.GetOrAdd(person.ToString(CultureInfo.InvariantCulture));
            var items = matrix.ItemsOf(person);
            for (var i = 0; i < items.Length; i++)
                state.Remember(person, items[i], matrix.WeightsOf(person)[i], DateTimeOffset.UnixEpoch.AddMinutes(matrix.MinutesOf(person)[i]), isPurchase: false);
        }

        return state;
    }

    public IdTable Items { get; } = new();
    public IdTable People { get; } = new();

    /// <summary>What was met at any time; an event of ten years ago counts half.</summary>
    public DecayedRanking Lasting { get; }

    public DecayedRanking Popular { get; }
    public DecayedRanking Trending { get; }

    /// <summary>As <see cref="Popular"/>, among the people of each segment.</summary>
    public SegmentCounts Segments { get; }

    public ShownCounts Shown { get; } = new();

    public PersonHistory? HistoryOf(int person) => _histories.Find(person);

    /// <summary>How many different items a person ever met, read without touching the history.</summary>
    public int ItemsMetBy(int person) => _itemsMet[person];

    public Audience? AudienceOf(int item) => _audiences.Find(item);

    public SessionPartners? SessionPartnersOf(int item) => _sessions.PartnersOf(item);

    public void Learn(in Interaction interaction)
    {
        var item = Items.GetOrAdd(interaction.ItemId);
        Lasting.Add(item, interaction.Weight, interaction.At);
        Popular.Add(item, interaction.Weight, interaction.At);
        Trending.Add(item, interaction.Weight, interaction.At);
        _sessions.Learn(interaction, item);
        if (string.IsNullOrEmpty(interaction.PersonId)) return;
        var person = People.GetOrAdd(interaction.PersonId);
        Remember(person, item, (float)interaction.Weight, interaction.At, interaction.IsPurchase);
        Segments.Learn(person, item, interaction.Weight, interaction.At);
    }

    /// <summary>Before many are learnt: what leads stays what it was until <see cref="EndMany"/>.</summary>
    public void BeginMany()
    {
        Lasting.HoldOrder();
        Popular.HoldOrder();
        Trending.HoldOrder();
    }

    public void EndMany()
    {
        Lasting.Reorder();
        Popular.Reorder();
        Trending.Reorder();
    }

    /// <summary>Drops a person's history and id; counts that no longer name anybody stay.</summary>
    public void Forget(string personId)
    {
        if (!People.TryFind(personId, out var person)) return;
        if (HistoryOf(person) is { } history)
        {
            HashSet<int> seen = [.. history.Older, .. history.Items];
            foreach (var item in seen) AudienceOf(item)?.Forget(person);
        }

        _histories.Remove(person);
        _itemsMet[person] = 0;
        Segments.Leave(person);
        _sessions.Forget(personId);
        People.Remove(person);
    }

    /// <summary>
    /// Gives one person's history to another, who met each of its items then. Popularity is left alone: the events counted once
    /// already, whoever they belong to.
    /// </summary>
    public void Merge(string fromPersonId, string toPersonId)
    {
        if (!People.TryFind(fromPersonId, out var from) || HistoryOf(from) is not { } history) return;
        var to = People.GetOrAdd(toPersonId);
        foreach (var item in history.Older) Remember(to, item, OldestWeight, DateTimeOffset.UnixEpoch, history.Bought.Contains(item));
        for (var i = 0; i < history.Items.Length; i++)
        {
            var item = history.Items[i];
            Remember(to, item, history.Weights[i], new DateTimeOffset(history.Ticks[i], TimeSpan.Zero), history.Bought.Contains(item));
        }

        Forget(fromPersonId);
    }

    /// <summary>How many pairs of person and item the histories have.</summary>
    public int CountPairs()
    {
        // The histories themselves lie scattered in memory; these numbers lie together.
        var pairs = 0;
        foreach (var met in _itemsMet) pairs += Math.Min(met, _settings.HistoryCap);
        return pairs;
    }

    /// <summary>Writes a stretch of the histories, each as one person's.</summary>
    public void WriteHistories(int firstPerson, int endPerson, InteractionMatrixBuilder matrix)
    {
        for (var person = firstPerson; person < endPerson; person++)
        {
            if (HistoryOf(person) is { } history)
            {
                for (var i = 0; i < history.Items.Length; i++)
                    matrix.Add(history.Items[i], history.Weights[i], UnixMinutes.Of(history.Ticks[i]));
            }

            matrix.EndPerson();
        }
    }

    private void Remember(int person, int item, float weight, DateTimeOffset at, bool isPurchase)
    {
        var isNew = _histories.GetOrAdd(person).Learn(item, weight, at.UtcTicks, _settings.HistoryCap, isPurchase);
        _audiences.GetOrAdd(item).Learn(person, UnixMinutes.Of(at), isNew, _settings.AudienceCap);
        if (person >= _itemsMet.Length) Array.Resize(ref _itemsMet, Math.Max(person + 1, _itemsMet.Length * 2));
        if (isNew) _itemsMet[person]++;
    }
}
