using System.Runtime.InteropServices;
using PersonalizationEngine.Core.Recommendations.Blending;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>Room to score one case after another. Not thread-safe.</summary>
internal sealed class CaseWorkspace
{
    private readonly ScoreBuffer[] _parts = [.. Enumerable.Range(0, BlendShares.Count).Select(_ => new ScoreBuffer())];
    private readonly TopSelector _selector = new(Comparer<int>.Default);
    private readonly List<WeightedItem> _profile = [];
    private readonly HashSet<int> _known = [];
    private readonly HashSet<int> _candidates = [];

    public void Begin(ReadOnlySpan<int> items, ReadOnlySpan<float> weights, int known, float decay, int itemCount)
    {
        _candidates.Clear();
        _known.Clear();
        foreach (var item in items[..known]) _known.Add(item);
        ProfileWeights.Fill(items[..known], weights[..known], decay, _profile);
        foreach (var part in _parts) part.Reset(itemCount);
    }

    public void AddModel(int part, IItemModel model, int most)
    {
        var scores = _parts[part];
        model.Score(CollectionsMarshal.AsSpan(_profile), scores);
        _selector.Begin(most);
        foreach (var item in scores.Touched)
            if (scores[item] > 0 && !_known.Contains(item)) _selector.Offer(item, scores[item]);
        foreach (var (item, _) in _selector.Kept) _candidates.Add(item);
    }

    /// <param name="trust">How much of the shelf counts, 0 to 1; the rest of it is the lasting shelf.</param>
    public void AddShelf(int part, Ranked[] shelf, Ranked[] lasting, float trust)
    {
        AddShelf(part, shelf, trust);
        AddShelf(part, lasting, 1 - trust);
    }

    public ScoredCase ToCase(HeldOutCase about, ReadOnlySpan<int> relevant)
    {
        int[] candidates = [.. _candidates.Order()];
        HashSet<int> wanted = [.. relevant];
        return new ScoredCase(
            about,
            [.. _parts.Select((part, number) => Scaled(part, candidates, number >= (int)BlendPart.Lasting))],
            [.. candidates.Select(wanted.Contains)],
            relevant.Length);
    }

    /// <summary>Shelves are shares of their leading item already.</summary>
    private static float[] Scaled(ScoreBuffer part, int[] candidates, bool isShelf)
    {
        var maximum = isShelf && !part.IsEmpty ? 1 : part.Maximum();
        return maximum > 0 ? [.. candidates.Select(item => part[item] / maximum)] : [];
    }

    private void AddShelf(int part, Ranked[] shelf, float trust)
    {
        if (shelf.Length == 0 || trust <= 0) return;
        foreach (var (item, count) in shelf)
        {
            _parts[part].Add(item, trust * count / shelf[0].Score);
            if (!_known.Contains(item)) _candidates.Add(item);
        }
    }
}
