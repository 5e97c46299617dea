using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Engine.Administration;

namespace PersonalizationEngine.Dashboard.Experiments;

/// <summary>The exclusion groups of all experiments that are not over.</summary>
public sealed class SharedLines(ExperimentDesk desk)
{
    private const int Page = 500;

    public async Task<IReadOnlyList<SharedLine>> ReadAsync(CancellationToken cancellationToken)
    {
        var (all, last) = (new List<Stored<Experiment>>(), 0L);
        while (await desk.ListAsync(last, Page, cancellationToken) is { Count: > 0 } some)
        {
            all.AddRange(some.Where(one => one.Value.Status != ExperimentStatus.Completed));
            last = some[^1].Id;
            if (some.Count < Page) break;
        }

        return SharedLine.Of(all);
    }
}
