using PersonalizationEngine.Core.Recommendations.Algebra;

namespace PersonalizationEngine.Core.Recommendations.Models.Linear;

/// <summary>
/// What EASE knows of the histories: G = X'X over the head items, where x is the square root of a weight. Summed once, it is
/// solved for as many lambdas as one likes to try. Memory for n head items: 2 n^2 bytes for itself and, from the first
/// <see cref="Solve"/> on, 4 n^2 more (10,000: 200 and 400 MB). Not thread-safe.
/// </summary>
public sealed class EaseGram
{
    private readonly EaseSettings _settings;
    private readonly HeadItems _head;
    private readonly LowerTriangle _sums;
    private readonly int _itemCount;
    private float[]? _solving;

    /// <summary>Chooses the head items and sums over all histories.</summary>
    /// <param name="settings"><see cref="EaseSettings.Lambda"/> is not among what counts here.</param>
    /// <exception cref="ArgumentException">A setting is out of range; the message lists every one that is.</exception>
    public EaseGram(InteractionMatrix matrix, EaseSettings settings, CancellationToken cancellationToken = default)
    {
        _settings = SettingRanges.Checked(settings);
        _itemCount = matrix.ItemCount;
        _head = HeadItems.Choose(matrix, settings.MinimumInteractions, settings.MostHeadItems);
        _sums = CooccurrenceSum.Of(matrix, _head, settings.UnitWeights, settings.Cores, cancellationToken);
    }

    /// <summary>The items that get weights, rising.</summary>
    public ReadOnlySpan<int> Items => _head.Items;

    /// <summary>
    /// Adds a history, or takes one away: how G follows new events between two trainings, a history's old state out and its
    /// new one in. Items outside the head are passed over. Cost: half the squared length.
    /// </summary>
    /// <param name="items">Each once, in any order.</param>
    /// <param name="weights">Of the items, in the same order; what they are where all weigh the same is of no account.</param>
    /// <param name="times">1 adds, -1 takes away.</param>
    public void Add(ReadOnlySpan<int> items, ReadOnlySpan<float> weights, int times = 1)
    {
        for (var left = 0; left < items.Length; left++)
        {
            var row = _head.PlaceOf(items[left]);
            if (row < 0) continue;
            var sums = _sums.Row(row);
            for (var right = 0; right < items.Length; right++)
            {
                var column = _head.PlaceOf(items[right]);
                if ((uint)column < (uint)sums.Length)
                    sums[column] += times * (_settings.UnitWeights ? 1 : MathF.Sqrt(weights[left] * weights[right]));
            }
        }
    }

    /// <summary>
    /// B of min |X - XB|^2 + lambda |B|^2 with an empty diagonal (Steck, "Embarrassingly Shallow Autoencoders", 2019): with
    /// P the inverse of G + lambda I, B[i, j] = -P[i, j] / P[j, j]. Cost: n^3 operations for n head items.
    /// </summary>
    /// <param name="lambda">Above 0; see <see cref="EaseSettings.Lambda"/>.</param>
    /// <param name="cancellationToken">Ends the solve within a fraction of a second.</param>
    public EaseSolution Solve(double lambda, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lambda);
        var size = _head.Count;
        if (size == 0) return new EaseSolution(new LinearItemModel(SparseRows.Empty), FailedItem: -1);

        var cells = _solving ??= GC.AllocateUninitializedArray<float>(size * size);
        for (var row = 0; row < size; row++)
        {
            _sums.Row(row).CopyTo(cells.AsSpan(row * size));
            cells[(row * size) + row] += (float)lambda;
        }

        var outcome = SymmetricInverse.Invert(cells, size, _settings.Cores, cancellationToken: cancellationToken);
        if (!outcome.Succeeded) return new EaseSolution(null, _head.Items[outcome.FailedPivot]);

        var weights = EaseWeights.From(cells, _head, _itemCount, _settings.WeightsPerItem, _settings.Cores);
        return new EaseSolution(new LinearItemModel(weights), FailedItem: -1);
    }
}
