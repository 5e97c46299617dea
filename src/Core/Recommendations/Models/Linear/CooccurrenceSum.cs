using System.Runtime.CompilerServices;
using PersonalizationEngine.Core.Recommendations.Algebra;

namespace PersonalizationEngine.Core.Recommendations.Models.Linear;

/// <summary>
/// G = X'X of histories. A thread owns whole rows of G, which stay in its cache while the histories of the row's audience
/// pass by: nothing is locked, and the sums come out the same on any number of cores. Cost: half the sum of squared lengths.
/// </summary>
internal static class CooccurrenceSum
{
    private const int RowsPerTurn = 16;

    public static LowerTriangle Of(
        InteractionMatrix matrix, HeadItems head, bool unitWeights, int cores, CancellationToken cancellationToken)
    {
        var audiences = Histories(matrix, head, unitWeights).Transpose(head.Count);
        // Transposed back, each history is in the order of places: what lies below the diagonal comes first.
        var people = audiences.Transpose(matrix.PersonCount);
        var sums = new LowerTriangle(head.Count);
        SharedLoop.Run(Tile.Count(head.Count, RowsPerTurn), cores, turn =>
        {
            var end = Math.Min((turn + 1) * RowsPerTurn, head.Count);
            for (var row = turn * RowsPerTurn; row < end; row++) Fill(row, audiences, people, sums.Row(row));
        }, cancellationToken);
        return sums;
    }

    private static SparseRows Histories(InteractionMatrix matrix, HeadItems head, bool unitWeights)
    {
        var rows = new SparseRowsBuilder(matrix.PersonCount, matrix.PairCount);
        for (var person = 0; person < matrix.PersonCount; person++)
        {
            var items = matrix.ItemsOf(person);
            var weights = matrix.WeightsOf(person);
            for (var index = 0; index < items.Length; index++)
            {
                var place = head.PlaceOf(items[index]);
                if (place >= 0) rows.Add(place, unitWeights ? 1 : MathF.Sqrt(weights[index]));
            }

            rows.EndRow();
        }

        return rows.Build();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(int row, SparseRows audiences, SparseRows people, Span<float> sums)
    {
        var audience = audiences.Columns(row);
        var weights = audiences.Values(row);
        for (var member = 0; member < audience.Length; member++)
        {
            var items = people.Columns(audience[member]);
            var values = people.Values(audience[member]);
            var weight = weights[member];
            for (var index = 0; index < items.Length; index++)
            {
                var column = items[index];
                if ((uint)column >= (uint)sums.Length) break;
                sums[column] += weight * values[index];
            }
        }
    }
}
