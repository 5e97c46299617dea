using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Decisions.Attribution;
using PersonalizationEngine.Core.Experiments;

namespace PersonalizationEngine.Engine.Feedback;

/// <summary>The variants a decision served, in one text: <c>experiment=variant</c> separated by semicolons, by experiment id.</summary>
public static class ServedVariants
{
    /// <param name="team">Whose pick the item was that is reported on: an interleaving experiment then names that team's variant.</param>
    public static string Describe(DecisionTicket ticket, Playbook playbook, int? team = null) => string.Join(
        ';', ticket.Variants.OrderBy(served => served.ExperimentId).Select(served => Describe(served, playbook, team)).OfType<string>());

    public static IEnumerable<(string Experiment, string Variant)> Parse(string described) => described
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(parts => (parts[0], parts[1]));

    private static string? Describe(ServedVariant served, Playbook playbook, int? team)
    {
        var experiment = playbook.Experiments.FirstOrDefault(compiled => compiled.Experiment.Id == served.ExperimentId)?.Experiment;
        if (team is { } picked && experiment?.Design.Kind == ExperimentKind.Interleaving) served = served with { VariantIndex = picked };
        return experiment is not null && served.VariantIndex < experiment.Variants.Count
            ? $"{experiment.Key}={experiment.Variants[served.VariantIndex].Key}"
            : null;
    }
}
