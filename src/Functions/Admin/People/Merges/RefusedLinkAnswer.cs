using PersonalizationEngine.Engine.Identity;

namespace PersonalizationEngine.Functions.Admin.People.Merges;

/// <summary>Two ids that events said are one person's and that were not joined.</summary>
/// <param name="Reason">
/// <c>blocked_id</c>, <c>shared_device</c>, <c>two_known_people</c>, <c>too_many_merges</c>, <c>too_many_ids</c> or <c>taken_apart</c>.
/// </param>
/// <param name="Explanation">The reason as a sentence.</param>
/// <param name="Times">How often it was sent.</param>
internal sealed record RefusedLinkAnswer(
    long Id, string KnownId, string Alias, string Reason, string Explanation, long Times, DateTimeOffset FirstAt, DateTimeOffset LastAt)
{
    public static RefusedLinkAnswer Of(NotedRefusal refusal) => new(
        refusal.Id, refusal.Link.KnownId, refusal.Link.Alias, refusal.Link.Reason.Name(), refusal.Link.Reason.Sentence(), refusal.Times,
        refusal.FirstAt, refusal.LastAt);
}
