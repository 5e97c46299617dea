using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Identity;
using PersonalizationEngine.Engine.Ingestion.Cdp;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ingestion.Rybbit;

namespace PersonalizationEngine.Engine.Ingestion.Planning;

/// <summary>
/// Turns a batch of events into what changes in the store, in the order the events came. Pure: the same batch on the same
/// knowledge gives the same plan, so that a transaction that has to be tried again is simply planned again.
/// </summary>
public static class IngestionPlanner
{
    public static IngestionPlan Plan(
        EventSource source, IReadOnlyList<IncomingEvent> events, IngestionKnowledge knowledge, IngestionRules rules, DateTimeOffset now)
    {
        var draft = new Draft(source, knowledge, rules, now);
        for (var i = 0; i < events.Count; i++) draft.Add(i, events[i]);
        return draft.Complete();
    }

    private sealed class Draft(EventSource source, IngestionKnowledge knowledge, IngestionRules rules, DateTimeOffset now)
    {
        private readonly Dictionary<int, RefusedLink> _refused = [];
        private readonly HashSet<string> _eventIds = new(StringComparer.Ordinal);
        private readonly HashSet<int> _duplicates = [];
        private readonly Dictionary<int, string> _ignored = [];
        private readonly List<ActivityRecord> _activities = [];
        private readonly List<ConversionRecord> _conversions = [];
        private readonly Dictionary<(string PersonId, string Purpose), ConsentRecord> _consents = [];
        private readonly Dictionary<(string Identity, string Purpose), ConsentRecord> _words = [];
        private readonly Dictionary<string, ItemChange> _items = new(StringComparer.Ordinal);
        private IdentityDirectory? _directory;

        private IdentityDirectory People => _directory ??= new IdentityDirectory(knowledge, rules.Limits, now, LatestOf);

        public void Add(int index, IncomingEvent sent)
        {
            if (WithoutErased.Of(sent, knowledge.Erased) is not { } incoming)
            {
                _ignored[index] = WhyIgnored.Erased;
                return;
            }

            if (knowledge.KnownEventIds.Contains(incoming.EventId) || !_eventIds.Add(incoming.EventId))
            {
                _duplicates.Add(index);
                return;
            }

            switch (incoming)
            {
                case BehaviourEvent behaviour:
                    if (MayCount(index, behaviour)) Behave(behaviour);
                    else Ignore(index, behaviour);
                    break;
                case CustomerUpserted customer:
                    People.Change(customer.UserId, person => person.WithCustomerFacts(customer.Fields, customer.Traits, customer.At));
                    break;
                case CustomerDeleted left: Delete(left); break;
                case IdentityLinked linked:
                    foreach (var alias in linked.Aliases) Link(index, linked, linked.UserId, alias, mergeKnown: true);
                    break;
                case CustomerActivity activity: Act(activity); break;
                case LeadConverted converted: Convert(converted); break;
                case ConsentUpdated consent: Consent(consent); break;
                case ItemUpserted upserted: Catalogue(new ItemChange(upserted.Item.ItemId, upserted.Item, upserted.At)); break;
                case ItemDeleted deleted: Catalogue(new ItemChange(deleted.ItemId, null, deleted.At)); break;
                default: throw new InvalidOperationException($"No plan for {incoming.GetType().Name}.");
            }
        }

        /// <summary>Events planned before a merge in the same batch follow their person.</summary>
        public IngestionPlan Complete() => new(
            source,
            [.. _eventIds],
            _duplicates,
            People.Changed,
            People.Owners,
            People.Merges,
            [.. _activities.Select(activity => activity with { PersonId = People.Current(activity.PersonId) })],
            [.. FinalConsents()],
            _items.Values,
            [.. _conversions.Select(conversion => conversion with { PersonId = People.Current(conversion.PersonId) })])
        {
            Ignored = _ignored,
            RefusedLinks = _refused,
            Logins = People.Logins,
            Words = _words.Values,
        };

        /// <summary>After a merge two words of one person on one purpose may meet; the later one holds.</summary>
        private IEnumerable<ConsentRecord> FinalConsents() => _consents.Values
            .Select(consent => consent with { PersonId = People.Current(consent.PersonId) })
            .GroupBy(consent => (consent.PersonId, consent.Purpose), (_, words) => words.MaxBy(word => word.UpdatedAt)!)
            .Where(word => !(knowledge.Consents.GetValueOrDefault((word.PersonId, word.Purpose))?.UpdatedAt > word.UpdatedAt));

        /// <summary>
        /// Links first: whose the device is must be known even of people who do not want to be counted, or the device would be
        /// counted on. Of ids never seen nothing is begun where people are not asked first.
        /// </summary>
        private bool MayCount(int index, BehaviourEvent behaviour)
        {
            var isUnasked = rules.Consent.Unasked.Allow(Permissions.Analytics);
            var isSeen = behaviour.Identities.Any(identity => People.OwnerOf(identity) is not null);
            if (!isSeen && !isUnasked) return false;
            if (behaviour is { KnownId: { } known, DeviceId: { } device }) Link(index, behaviour, known, device);
            return People.OwnerOf(IdentityOf(behaviour)) is { } owner && Latest(owner, Purposes.Analytics) is { } word
                ? word.Granted
                : isUnasked;
        }

        /// <summary>Who did it: an id that is no person's tells nothing where the device tells something.</summary>
        private string IdentityOf(BehaviourEvent behaviour) => behaviour switch
        {
            { KnownId: null } => behaviour.DeviceId!,
            { DeviceId: { } device } when rules.Limits.Blocks(behaviour.KnownId) => device,
            _ => behaviour.KnownId,
        };

        private void Link(int index, IncomingEvent because, string known, string alias, bool mergeKnown = false)
        {
            if (People.Link(known, alias, because.EventId, mergeKnown) is { } reason) _refused[index] = new RefusedLink(known, alias, reason);
        }

        /// <summary>Not even the id of the event: should the person allow it later, it may come again.</summary>
        private void Ignore(int index, BehaviourEvent behaviour)
        {
            _ignored[index] = WhyIgnored.NoConsent;
            _eventIds.Remove(behaviour.EventId);
        }

        private void Behave(BehaviourEvent behaviour)
        {
            var identity = IdentityOf(behaviour);
            var person = People.Change(identity, found =>
            {
                var seen = found.Seen(behaviour.At, behaviour.Campaign, behaviour.Device);
                return behaviour.KnownId != identity ? seen : seen.IdentifiedWith(behaviour.Traits, behaviour.At);
            });
            _activities.Add(new ActivityRecord(
                behaviour.EventId, person, identity, behaviour.Activity, behaviour.ItemId, behaviour.Properties));
        }

        private void Act(CustomerActivity activity)
        {
            var isLead = activity.Activity.Type == ActivityTypes.LeadSubmitted;
            var person = People.Change(activity.UserId, found =>
                isLead ? found.Seen(activity.At).WithLeadDetails(activity.Email, activity.Traits, activity.At) : found);
            _activities.Add(new ActivityRecord(activity.EventId, person, activity.UserId, activity.Activity, null, activity.Details));
        }

        private void Delete(CustomerDeleted deleted)
        {
            var person = People.Change(deleted.UserId, found => found.WithoutCustomer(deleted.At));
            foreach (var purpose in Purposes.All)
                if (Latest(person, purpose) is { } consent && consent.UpdatedAt <= deleted.At)
                    _consents[(person, purpose)] = consent with { Granted = false, UpdatedAt = deleted.At };
        }

        private void Convert(LeadConverted converted)
        {
            var person = People.Change(converted.UserId, found => found with { Identified = true });
            _conversions.Add(new ConversionRecord(
                source.Name(), converted.EventId, person, converted.Goal, converted.Value, converted.Currency, null, "", converted.At)
            {
                Identity = converted.UserId,
            });
        }

        private void Consent(ConsentUpdated updated)
        {
            var person = People.Change(updated.UserId, found => found);
            if (updated.At < People.Find(person).DeletedAt) return;
            foreach (var (purpose, granted) in updated.Grants)
            {
                Note(new ConsentRecord(updated.UserId, purpose, granted, updated.At));
                if (Latest(person, purpose)?.UpdatedAt > updated.At) continue;
                _consents[(person, purpose)] = new ConsentRecord(person, purpose, granted, updated.At);
            }
        }

        private void Note(ConsentRecord word)
        {
            var key = (word.PersonId, word.Purpose);
            if (!(_words.GetValueOrDefault(key)?.UpdatedAt > word.UpdatedAt)) _words[key] = word;
        }

        /// <summary>The last word of the person, or of somebody who turned out to be them in this batch.</summary>
        private ConsentRecord? Latest(string person, string purpose) => People.Merges.Count == 0 ? Said(person, purpose) : People.Merges
            .Select(merge => merge.From).Where(merged => People.Current(merged) == person).Append(person)
            .Select(one => Said(one, purpose))
            .MaxBy(word => word?.UpdatedAt);

        private ConsentRecord? Said(string person, string purpose) =>
            _consents.GetValueOrDefault((person, purpose)) ?? knowledge.Consents.GetValueOrDefault((person, purpose));

        private IReadOnlyList<ConsentRecord> LatestOf(string person) =>
            [.. Purposes.All.Select(purpose => Latest(person, purpose)).OfType<ConsentRecord>().Select(word => word with { PersonId = person })];

        private void Catalogue(ItemChange change)
        {
            var known = _items.GetValueOrDefault(change.ItemId)?.At
                ?? (knowledge.ItemUpdates.TryGetValue(change.ItemId, out var stored) ? stored : null);
            if (known is null || known <= change.At) _items[change.ItemId] = change;
        }
    }
}
