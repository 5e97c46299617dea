using System.Globalization;
using System.Runtime.CompilerServices;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Hashing;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Core.Rules.Conditions.Behaviour;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Engine.Administration.Trying;

/// <summary>
/// People to try rules on: those seen lately, as they are stored now. They are read a slice at a time, and none of it goes
/// through the cache that decisions read people from.
/// </summary>
public sealed class PeopleSample(ISeenPeople people, MeasureLead measure, ConsentPolicy consent, PlaybookKeeper playbooks)
{
    private const int Slice = 500;

    /// <param name="since">Those seen since then; null for everybody.</param>
    /// <param name="most">How many to draw where there are more.</param>
    public async Task<DrawnPeople> DrawAsync(DateTimeOffset? since, int most, CancellationToken cancellationToken)
    {
        // The lowest hashes: everybody has the same chance, and the next draw has the same people as far as they are there.
        var drawn = new PriorityQueue<string, uint>(Comparer<uint>.Create((one, other) => other.CompareTo(one)));
        long seen = 0;
        await foreach (var id in people.IdsAsync(since, cancellationToken))
        {
            seen++;
            var lot = Fnv1a.Hash(Fnv1a.Hash(id).ToString(CultureInfo.InvariantCulture));
            if (drawn.Count < most) drawn.Enqueue(id, lot);
            else drawn.EnqueueDequeue(id, lot);
        }

        return new DrawnPeople(seen, [.. drawn.UnorderedItems.Select(item => item.Element).Order(StringComparer.Ordinal)]);
    }

    /// <param name="asked">What the rules to be tried ask about people's acts.</param>
    public async IAsyncEnumerable<SampledPerson> ReadAsync(
        IReadOnlyList<string> ids, DateTimeOffset at, ActPatterns asked, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var playbook = playbooks.Current;
        foreach (var slice in ids.Chunk(Slice))
        {
            var read = await people.ReadAsync(slice, cancellationToken);
            var measured = await measure.MeasureAsync([.. read.Select(one => one.Person.PersonId)], cancellationToken, asked);
            foreach (var person in read)
            {
                var permissions = person.PermissionsBy(consent);
                var (profile, isKnown) = (person.ToProfile().As(permissions), permissions.Allow(Permissions.Personalization));
                var known = isKnown ? measured[person.Person.PersonId] : measure.Nothing(asked);
                var attributes = RequestAttributes.Of(
                    PersonAttributes.Of(profile, isKnown, known.Factors, known.Score, acts: known.Acts), AttributeMap.Empty, at);
                yield return new SampledPerson(
                    profile.PersonId, RequestAttributes.WithExperiments(attributes, playbook.Assign(profile.PersonId, attributes, at)));
            }
        }
    }

    /// <summary>Somebody nobody has seen yet: no store has them, and most visitors are like that once.</summary>
    public AttributeMap Stranger(DateTimeOffset at, ActPatterns asked)
    {
        var (profile, known) = (PersonProfile.Unknown("stranger"), measure.Nothing(asked));
        return RequestAttributes.Of(PersonAttributes.Of(profile, false, known.Factors, known.Score, acts: known.Acts), AttributeMap.Empty, at);
    }
}
