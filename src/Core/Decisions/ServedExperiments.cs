using PersonalizationEngine.Core.Experiments;

namespace PersonalizationEngine.Core.Decisions;

/// <summary>
/// Which experiments an answer serves. An experiment that a rule asks for is served to all of its people alike, whether the
/// rule holds for their variant or not: else the people of one arm would be counted where those of the other are not.
/// </summary>
internal static class ServedExperiments
{
    public static IReadOnlyList<Assignment> Of(IReadOnlyList<Assignment> assignments, DecisionRequest request, Playbook playbook)
    {
        if (request.Experiments is not { } asked) return assignments;
        var served = new List<Assignment>();
        foreach (var assignment in assignments)
        {
            if (asked.Contains(assignment.Experiment.Key) || playbook.Mentions.Matter(assignment.Experiment.Key, request)
                || (request.Limit > 0 && assignment.Variant.Recommender is not null)) served.Add(assignment);
        }

        return served;
    }
}
