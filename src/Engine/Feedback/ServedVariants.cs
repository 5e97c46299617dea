using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Decisions.Attribution;

namespace PersonalizationEngine.Engine.Feedback;

/// <summary>The variants a decision served, in one text: <c>experiment=variant</c> separated by semicolons, by experiment id.</summary>
public static class ServedVariants
{
    public static string Describe(DecisionTicket ticket, Playbook playbook) =>
        string.Join(';', ticket.Variants.OrderBy(served => served.ExperimentId).Select(served => Describe(served, playbook)).OfType<string>());

    public static IEnumerable<(string Experiment, string Variant)> Parse(string described) => described
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(parts => (parts[0], parts[1]));

    private static string? Describe(ServedVariant served, Playbook playbook)
    {
        var experiment = playbook.Experiments.FirstOrDefault(compiled => compiled.Experiment.Id == served.ExperimentId)?.Experiment;
        return experiment is not null && served.VariantIndex < experiment.Variants.Count
            ? $"{experiment.Key}={experiment.Variants[served.VariantIndex].Key}"
            : null;
    }
}
