using System.Globalization;
using PersonalizationEngine.Core.Decisions.Attribution;
using PersonalizationEngine.Core.Decisions.Receipts;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Retention;

namespace PersonalizationEngine.Engine.Decisions;

/// <summary>Tells why a decision was what it was, and makes it again: by what was decided on, and by the playbook of then.</summary>
public sealed class TellDecision(
    DecisionIds ids, IKeptDecisions store, RestorePlaybook playbooks, KeptShare share, RetentionPolicy retention, TimeProvider time)
{
    /// <summary>So long after a decision its receipt may still be on its way.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(5);

    public async Task<ToldDecision> RunAsync(string decisionId, CancellationToken cancellationToken)
    {
        if (ids.Read(decisionId) is not { } ticket) return new ToldDecision.Unknown();
        if (await store.FindAsync(DecisionKeys.Of(ticket), cancellationToken) is not { } kept) return new ToldDecision.NotKept(ticket, WhyNot(ticket));

        var (playbook, lost) = await playbooks.RunAsync(kept.Playbook, cancellationToken);
        var again = kept.Receipt.DecideAgain(playbook);
        return new ToldDecision.Whole(kept, again, lost)
        {
            Candidates = CandidateFates.Of(again, playbook.Rules),
            Segments = SegmentVerdict.Of(again, playbook),
        };
    }

    private string WhyNot(DecisionTicket ticket)
    {
        var age = time.GetUtcNow() - ticket.IssuedAt;
        if (age > retention.Decisions)
            return string.Create(CultureInfo.InvariantCulture, $"Receipts are kept for {retention.Decisions.TotalDays:0.#} days, and this decision is older.");
        if (ticket.Slots.Count == 0 && ticket.Variants.Count == 0) return "Of lists of items no receipt is kept.";
        if (!share.Contains(ticket.Nonce))
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"Kept are receipts that are asked for, and a share of {share.Share} of the others, which this one is not of.");
        }

        return age < OnItsWay
            ? "It is of the share that is kept, and may be stored in a moment."
            : "It is of the share that is kept, but the store did not keep up, or the process ended before.";
    }
}
