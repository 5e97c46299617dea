using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Decisions.Attribution;
using PersonalizationEngine.Core.Decisions.Receipts;
using PersonalizationEngine.Engine.Feedback;
using PersonalizationEngine.Engine.Personalization;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Decisions;

/// <summary>
/// Says of which decisions a receipt is kept, and makes it. All others cost the look at their number that says so: what is certain
/// of them is in their ids.
/// </summary>
public sealed class DecisionReceipts(KeepDecisions keep, KeptShare share, IEmbeddedRecommender embedded, IRecommenderTraining training)
{
    /// <param name="nonce">What the decision's id will have to differ from others.</param>
    public bool AreWanted(VisitorQuestion question, uint nonce) =>
        !question.IsRehearsal && (question.KeepsReceipt || question.Explain || share.Contains(nonce));

    /// <summary>Keeps the receipt of a decision of which it is wanted. Whoever asked for it waits until it is stored.</summary>
    /// <param name="playbook">It was made by.</param>
    public async ValueTask<PersonalizedAnswer> KeepAsync(
        VisitorQuestion question, PersonalizedAnswer answer, DecisionTicket ticket, Playbook playbook, PinnedItems pinned,
        CancellationToken cancellationToken)
    {
        var wasAsked = question.KeepsReceipt || question.Explain;
        var model = answer.Sources.Recommendations == embedded.Name ? training.Report().Version : null;
        var kept = new KeptDecision(
            DecisionKeys.Of(ticket), DecisionReceipt.Of(answer.Decision, pinned.Found), PlaybookContents.Of(playbook), answer.Sources, model, wasAsked);
        var fate = question.KeepsReceipt ? await keep.StoreAsync(kept, cancellationToken) : keep.Queue(kept);
        return wasAsked ? answer with { Receipt = fate } : answer;
    }
}
