using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Personalization.Snapshots;

namespace PersonalizationEngine.Engine.Experiments;

/// <summary>Tells where somebody stands in an experiment without serving them anything: no exposure comes of it.</summary>
public sealed class ReadAssignment(PersonSnapshots snapshots, PlaybookKeeper playbooks, DecisionOutbox outbox, TimeProvider time)
{
    /// <returns>Null when there is no such experiment.</returns>
    public async Task<FoundAssignments?> RunAsync(string experiment, string userId, AttributeMap context, CancellationToken cancellationToken) =>
        playbooks.Current.Experiments.All(one => one.Experiment.Key != experiment)
            ? null
            : (await RunAsync(userId, context, cancellationToken)).Of(experiment);

    /// <summary>In every experiment, in the order of their ids.</summary>
    public async Task<FoundAssignments> RunAsync(string userId, AttributeMap context, CancellationToken cancellationToken)
    {
        var person = outbox.WithJustServed((await snapshots.GetAsync(userId, cancellationToken)).Snapshot.State);
        var request = new DecisionRequest(userId, [], 0, context, false, time.GetUtcNow());
        var attributes = RequestAttributes.Of(person.Attributes, context, request.Now);
        return new FoundAssignments(playbooks.Current.Assign(request.Applicant(person, attributes)), person.Permissions);
    }
}
