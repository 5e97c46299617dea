using System.Collections.Concurrent;
using PersonalizationEngine.Core.Recommendations.Algebra;

namespace PersonalizationEngine.Core.Recommendations.Models.Factors;

/// <summary>
/// Implicit alternating least squares as in Rendle and others, "Revisiting the Performance of iALS on Item Recommendation
/// Benchmarks", 2021: finds p and q of least sum over met pairs of w (1 - p.q)^2 + a0 * sum over all pairs of (p.q)^2
/// + lambda * sum over rows of (d + a0 * rows of the other side)^nu |row|^2, d being the weight a row met. Cost of a sweep:
/// 4 f^2 operations a pair and f^3 / 3 a row. Memory beside the interactions, twice: 4 f bytes a person and an item.
/// </summary>
public sealed class FactorTrainer(FactorSettings settings)
{
    private const int RowsPerTurn = 32;

    /// <summary>Pure and deterministic on any number of cores; long enough to belong on a thread of its own.</summary>
    /// <exception cref="ArgumentException">A setting is out of range; the message lists every one that is.</exception>
    public ItemFactorModel Train(InteractionMatrix matrix, CancellationToken cancellationToken = default)
    {
        SettingRanges.Checked(settings);
        var head = HeadItems.Choose(matrix, settings.MinimumInteractions, int.MaxValue);
        var items = new FactorTable(head.Count, settings.Factors);
        var normal = new SeededNormal(settings.Seed);
        var deviation = 0.1 / Math.Sqrt(settings.Factors);
        foreach (ref var cell in items.Cells.AsSpan()) cell = (float)(deviation * normal.Next());

        var audiences = Histories(matrix, head).Transpose(head.Count);
        var histories = audiences.Transpose(matrix.PersonCount);
        var people = new FactorTable(matrix.PersonCount, settings.Factors);
        ConcurrentBag<FactorSolver> solvers = [];
        for (var sweep = 0; sweep < settings.Sweeps; sweep++)
        {
            SolveAll(histories, items, people, solvers, cancellationToken);
            SolveAll(audiences, people, items, solvers, cancellationToken);
        }

        return new ItemFactorModel(items, head.Items, FoldIn.From(settings));
    }

    private SparseRows Histories(InteractionMatrix matrix, HeadItems head)
    {
        var rows = new SparseRowsBuilder(matrix.PersonCount, matrix.PairCount);
        for (var person = 0; person < matrix.PersonCount; person++)
        {
            var weights = matrix.WeightsOf(person);
            var items = matrix.ItemsOf(person);
            for (var index = 0; index < items.Length; index++)
            {
                var place = head.PlaceOf(items[index]);
                if (place >= 0) rows.Add(place, settings.UnitWeights ? 1 : weights[index]);
            }

            rows.EndRow();
        }

        return rows.Build();
    }

    private void SolveAll(
        SparseRows met, FactorTable known, FactorTable sought, ConcurrentBag<FactorSolver> solvers, CancellationToken cancellationToken)
    {
        var foldIn = FoldIn.From(settings);
        var gram = new FactorSolver(known.Width).Gram(known);
        SharedLoop.Run(Tile.Count(sought.Count, RowsPerTurn), settings.Cores, turn =>
        {
            var solver = solvers.TryTake(out var free) ? free : new FactorSolver(known.Width);
            var end = Math.Min((turn + 1) * RowsPerTurn, sought.Count);
            for (var row = turn * RowsPerTurn; row < end; row++)
            {
                var others = met.Columns(row);
                if (others.IsEmpty) continue;

                var weights = met.Values(row);
                var sum = 0f;
                foreach (var weight in weights) sum += weight;
                foldIn.Begin(solver, gram, sum, known.Count);
                for (var index = 0; index < others.Length; index++) solver.Add(known.Row(others[index]), weights[index]);
                if (solver.Factor()) solver.Solve().CopyTo(sought.Row(row));
                else sought.Row(row).Clear();
            }

            solvers.Add(solver);
        }, cancellationToken);
    }
}
