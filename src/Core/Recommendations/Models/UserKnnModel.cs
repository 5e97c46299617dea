using System.Collections.Concurrent;

namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>
/// User-based collaborative filtering: the score of an item is the sum of the cosines with the people most like the profile
/// who met it, times what it told of them. Its work is done when it is asked: the audiences of the profile's items are read,
/// all of them. One person who met exactly the items of the profile, most likely the one who asks, is not heard.
/// </summary>
public sealed class UserKnnModel : IItemModel
{
    private readonly SparseRows _people;
    private readonly SparseRows _audiences;
    private readonly float[] _lengths;
    private readonly UserKnnSettings _settings;
    private readonly ConcurrentBag<NeighbourSearch> _searches = [];

    internal UserKnnModel(SparseRows people, int itemCount, UserKnnSettings settings)
    {
        _people = people;
        _audiences = people.Transpose(itemCount);
        _lengths = [.. WeightedMatrix.Squares(people).Select(MathF.Sqrt)];
        _settings = settings;
    }

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<WeightedItem> profile, ScoreBuffer scores)
    {
        if (!_searches.TryTake(out var search)) search = new NeighbourSearch();
        foreach (var (person, cosine) in search.Find(profile, _people, _audiences, _lengths, _settings))
            scores.AddScaled(_people.Columns(person), _people.Values(person), cosine);
        _searches.Add(search);
    }

    /// <summary>
    /// A cosine is a sum over the items two people share, and so each item of the profile has its part in every neighbour's say.
    /// </summary>
    public void Explain(ReadOnlySpan<WeightedItem> profile, int target, Span<float> contributions)
    {
        contributions[..profile.Length].Clear();
        if (!_searches.TryTake(out var search)) search = new NeighbourSearch();
        foreach (var (person, _) in search.Find(profile, _people, _audiences, _lengths, _settings))
        {
            var told = ValueOf(person, target);
            if (told == 0) continue;
            var lengths = (search.ProfileLength * _lengths[person]) + (float)_settings.Shrinkage;
            for (var index = 0; index < profile.Length; index++)
                contributions[index] += profile[index].Weight * ValueOf(person, profile[index].Item) * told / lengths;
        }

        _searches.Add(search);
    }

    private float ValueOf(int person, int item)
    {
        var place = _people.Columns(person).IndexOf(item);
        return place < 0 ? 0 : _people.Values(person)[place];
    }
}
