using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Behaviour;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Engine.Segments;

/// <summary>What a decision would ask of many people, without a visit's context and without what is counted live.</summary>
public sealed class AttributesOfPeople(MeasureLead measure, ConsentPolicy consent)
{
    /// <summary>Of each the attributes, the variants they would get included, as far as they allow their data to be used.</summary>
    /// <param name="conditions">Asked beside those of the playbook; what they ask about acts is answered.</param>
    public async Task<IReadOnlyList<(PersonWithConsents Person, AttributeMap Attributes)>> OfAsync(
        IReadOnlyList<PersonWithConsents> people, Playbook playbook, IEnumerable<Condition> conditions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var asked = ActPatterns.Of([.. conditions, .. playbook.Conditions], playbook.Rules.Groups);
        var measured = await measure.MeasureAsync([.. people.Select(one => one.Person.PersonId)], cancellationToken, asked);
        return
        [
            .. people.Select(one =>
            {
                var permissions = one.PermissionsBy(consent);
                var profile = one.ToProfile().As(permissions);
                var isKnown = permissions.Allow(Permissions.Personalization);
                var known = isKnown ? measured[profile.PersonId] : measure.Nothing(asked);
                var attributes = RequestAttributes.Of(
                    PersonAttributes.Of(profile, isKnown, known.Factors, known.Score, acts: known.Acts), AttributeMap.Empty, now);
                return (one, RequestAttributes.WithExperiments(attributes, playbook.Assign(profile.PersonId, attributes, now)));
            }),
        ];
    }
}
