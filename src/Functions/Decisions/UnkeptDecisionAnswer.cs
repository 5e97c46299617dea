using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Decisions.Attribution;
using PersonalizationEngine.Engine.Decisions;

namespace PersonalizationEngine.Functions.Decisions;

/// <summary>A decision whose receipt is not kept: what its sealed id says of it.</summary>
/// <param name="Kept">Always false.</param>
/// <param name="Because">Why not, in a sentence.</param>
/// <param name="Slots">Those that are still known by name, and the rule that filled each; null for a fallback.</param>
/// <param name="Experiments">Those that still exist.</param>
/// <param name="Items">How many were recommended, and by what each.</param>
/// <param name="Missing">What only a receipt would tell.</param>
internal sealed record UnkeptDecisionAnswer(
    string DecisionId, bool Kept, string Because, string PersonId, DateTimeOffset DecidedAt, IReadOnlyDictionary<string, long?> Slots,
    IReadOnlyDictionary<string, string> Experiments, IReadOnlyList<string> Items, IReadOnlyList<string> Missing)
{
    private static readonly string[] All =
        ["asked", "score", "segments", "rules", "candidates", "attributes", "messages", "versions", "sources"];

    public static UnkeptDecisionAnswer Of(string decisionId, ToldDecision.NotKept told, Playbook playbook)
    {
        var ticket = told.Ticket;
        return new UnkeptDecisionAnswer(
            decisionId, Kept: false, told.Because, ticket.PersonId, ticket.IssuedAt, SlotsOf(ticket, playbook), VariantsOf(ticket, playbook),
            [.. ticket.Items.Select(item => item.Source)], All);
    }

    private static Dictionary<string, long?> SlotsOf(DecisionTicket ticket, Playbook playbook)
    {
        var slots = new Dictionary<string, long?>(StringComparer.Ordinal);
        foreach (var slot in playbook.Slots)
            if (ticket.TryFindSlot(slot, out var rule)) slots[slot] = rule;
        return slots;
    }

    private static Dictionary<string, string> VariantsOf(DecisionTicket ticket, Playbook playbook)
    {
        var variants = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var experiment in playbook.Experiments.Select(one => one.Experiment))
            foreach (var served in ticket.Variants)
                if (served.ExperimentId == experiment.Id && served.VariantIndex < experiment.Variants.Count)
                    variants[experiment.Key] = experiment.Variants[served.VariantIndex].Key;
        return variants;
    }
}
