using PersonalizationEngine.Core.Rules.Conditions.Behaviour;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Engine.Administration.Trying;

/// <summary>
/// An even sample of everybody, kept for a minute: who writes a condition asks the same people again with every word. Whoever is
/// erased meanwhile is left out.
/// </summary>
public sealed class KeptSample(PeopleSample sample, PlaybookKeeper playbooks, JustErased erased, TimeProvider time)
{
    public const int MostAsked = 1_000;

    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private Kept? _kept;

    /// <summary>Whether it could be asked at once.</summary>
    public bool IsAtHand(ActPatterns asks) => _kept is { } kept && Fits(kept, asks);

    /// <returns>How many people there are, and those drawn of them.</returns>
    public async Task<(long Seen, IReadOnlyList<SampledPerson> People)> OfAsync(ActPatterns asks, CancellationToken cancellationToken)
    {
        if (_kept is not { } kept || !Fits(kept, asks)) _kept = kept = await ReadAsync(asks, cancellationToken);
        return (kept.Seen, erased.IsEmpty ? kept.People : [.. kept.People.Where(person => !erased.Contains(person.PersonId))]);
    }

    private async Task<Kept> ReadAsync(ActPatterns asks, CancellationToken cancellationToken)
    {
        var (now, version, people) = (time.GetUtcNow(), playbooks.Current.Version, new List<SampledPerson>());
        var drawn = await sample.DrawAsync(null, MostAsked, cancellationToken);
        await foreach (var person in sample.ReadAsync(drawn.Ids, now, asks, cancellationToken)) people.Add(person);
        return new Kept(now, version, drawn.Seen, people);
    }

    /// <summary>A change of the playbook may give people other variants.</summary>
    private bool Fits(Kept kept, ActPatterns asks) => kept.Version == playbooks.Current.Version && time.GetUtcNow() - kept.At < Freshness
        && (kept.People.Count == 0 || asks.AreAnsweredBy(kept.People[0].Attributes));

    private sealed record Kept(DateTimeOffset At, long Version, long Seen, IReadOnlyList<SampledPerson> People);
}
