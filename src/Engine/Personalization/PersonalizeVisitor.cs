using System.Diagnostics;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Decisions.Receipts;
using PersonalizationEngine.Engine.Decisions;
using PersonalizationEngine.Engine.Overview.Minutes;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Personalization;

/// <summary>Decides what a person sees now. Never fails because something it depends on does; the answer says so instead.</summary>
public sealed class PersonalizeVisitor(
    PersonSnapshots snapshots, PlaybookKeeper playbooks, ItemCatalogue catalogue, ListsUnderTest lists, DecisionStamp stamp, DecisionOutbox outbox,
    DecisionReceipts receipts, MinuteCounts counts, TimeProvider time)
{
    public async ValueTask<PersonalizedAnswer> RunAsync(
        VisitorQuestion question, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var (snapshot, source) = await snapshots.GetAsync(question.UserId, cancellationToken);
        var playbook = playbooks.Current;
        var request = question.At(time.GetUtcNow());
        var nonce = stamp.NextNonce();
        var person = outbox.WithJustServed(snapshot.State);
        var placed = DecisionMaker.Place(request, person, playbook);
        if (request.Limit > 0 && placed.OfRecommendations is { } tested) person = person with { Candidates = lists.Of(tested, request, person) };
        var findItem = catalogue.FindPinnable(request.Now);
        var pinned = receipts.AreWanted(question, nonce) ? new PinnedItems(findItem) : null;
        var decision = DecisionMaker.Decide(request, person, playbook, pinned is null ? findItem : pinned.Find, placed);
        if (!question.IsRehearsal) outbox.Note(decision);
        var sources = AnswerSources.Of(snapshot, source, playbooks);
        if (!question.IsRehearsal) counts.Note(started, decision, sources);
        var answer = new PersonalizedAnswer(decision, stamp.IdOf(decision, nonce, out var ticket), sources) { Inbox = snapshot.Inbox.At(request.Now) };
        return pinned is null ? answer : await receipts.KeepAsync(question, answer, ticket, playbook, pinned, cancellationToken);
    }
}
