using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Core.Scoring.Models.Evaluation;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Scoring.Models;

/// <summary>Reads what models score people by, and lays it out as a curve over time.</summary>
public sealed class ReadLeads(IPeople people, IBehaviourSource behaviour, IWebBehaviourStore counted, ScoringRules rules, TimeProvider time)
{
    /// <summary>The person an id leads to.</summary>
    /// <param name="since">Older acts are not read.</param>
    public async Task<LeadEvidence> FindAsync(string userId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var found = await people.FindAsync(userId, cancellationToken);
        if (found is null) return new LeadEvidence(userId, null, Profile(PersonProfile.Unknown(userId), known: false), [], []);
        return (await ReadAsync([found], since, cancellationToken))[0];
    }

    /// <summary>People in the order they are given, in a few questions to the store.</summary>
    public async Task<IReadOnlyList<LeadEvidence>> ReadAsync(
        IReadOnlyList<PersonWithConsents> page, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (page.Count == 0) return [];
        var ids = page.Select(person => person.Person.PersonId).ToList();
        var known = await counted.OfPeopleAsync(ids, cancellationToken);
        var acts = ids.ToDictionary(id => id, _ => new List<Activity>(), StringComparer.Ordinal);
        await foreach (var (person, activity) in behaviour.ReadAsync(ids, since, cancellationToken)) acts[person].Add(activity);
        return
        [
            .. page.Select(person => new LeadEvidence(
                person.Person.PersonId, person, Profile(person.ToProfile(), known: true), acts[person.Person.PersonId], [.. known[person.Person.PersonId]])),
        ];
    }

    /// <summary>How far back acts are to be read for scores from an instant on.</summary>
    public DateTimeOffset Since(CompiledLeadModel model, DateTimeOffset from)
    {
        if (model.Reach is not { } reach) return DateTimeOffset.UnixEpoch;
        var needed = model.AsksFactors && rules.Windows.Reach > reach ? rules.Windows.Reach : reach;
        return from - DateTimeOffset.UnixEpoch > needed ? from - needed : DateTimeOffset.UnixEpoch;
    }

    /// <param name="from">The first instant that will be asked about, and <paramref name="to"/> the last one for which factors are to be followed.</param>
    public LeadCurve Curve(CompiledLeadModel model, LeadEvidence evidence, DateTimeOffset from, DateTimeOffset to) =>
        model.CurveOf(evidence.Profile, evidence.Activities, Factors(model, evidence, from, to));

    /// <summary>Whether its factors are known for this moment only.</summary>
    public static bool IsOfNowOnly(CompiledLeadModel model, LeadEvidence evidence) => model.AsksFactors && evidence.Counted.Count > 0;

    public FactorTimeline Factors(LeadEvidence evidence, DateTimeOffset from, DateTimeOffset to)
    {
        if (evidence.Counted.Count == 0) return FactorTimeline.Of(evidence.Activities, rules.Windows, rules.Signals, from, to);
        var (now, factors) = (time.GetUtcNow(), new FactorAccumulator(time.GetUtcNow(), rules.Windows, rules.Signals));
        foreach (var known in evidence.Counted) factors.Take(known);
        foreach (var activity in evidence.Activities)
            if (activity.At >= now - rules.Windows.Reach) factors.Add(activity);
        return FactorTimeline.Of(factors.Complete());
    }

    private FactorTimeline Factors(CompiledLeadModel model, LeadEvidence evidence, DateTimeOffset from, DateTimeOffset to) =>
        model.AsksFactors ? Factors(evidence, from, to) : FactorTimeline.Of(BehaviouralFactors.None(from));

    /// <summary>Without what they did: a fit rule cannot ask about it.</summary>
    private AttributeMap Profile(PersonProfile profile, bool known)
    {
        var nothing = BehaviouralFactors.None(time.GetUtcNow());
        return PersonAttributes.Of(profile, known, nothing, LeadScorer.Score(nothing, rules.Model));
    }
}
