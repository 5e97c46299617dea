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
        EventSource source, IReadOnlyList<IncomingEvent> events, IngestionKnowledge knowledge, DateTimeOffset now)
    {
        var draft = new Draft(source, knowledge, now);
        for (var i = 0; i < events.Count; i++) draft.Add(i, events[i]);
        return draft.Complete();
    }

    private sealed class Draft(EventSource source, IngestionKnowledge knowledge, DateTimeOffset now)
    {
        private readonly IdentityDirectory _people = new(knowledge, now);
        private readonly HashSet<string> _eventIds = new(StringComparer.Ordinal);
        private readonly HashSet<int> _duplicates = [], _ignored = [];
        private readonly List<ActivityRecord> _activities = [];
        private readonly List<ConversionRecord> _conversions = [];
        private readonly Dictionary<(string PersonId, string Purpose), ConsentRecord> _consents = [];
        private readonly Dictionary<string, ItemChange> _items = new(StringComparer.Ordinal);

        public void Add(int index, IncomingEvent sent)
        {
            if (WithoutErased.Of(sent, knowledge.Erased) is not { } incoming)
            {
                _ignored.Add(index);
                return;
            }

            if (knowledge.KnownEventIds.Contains(incoming.EventId) || !_eventIds.Add(incoming.EventId))
            {
                _duplicates.Add(index);
                return;
            }

            switch (incoming)
            {
                case BehaviourEvent behaviour: Behave(behaviour); break;
                case CustomerUpserted customer:
                    _people.Change(customer.UserId, person => person.WithCustomerFacts(customer.Fields, customer.Traits, customer.At));
                    break;
                case CustomerDeleted left: Delete(left); break;
                case IdentityLinked linked:
                    foreach (var alias in linked.Aliases) _people.Link(linked.UserId, alias, mergeKnown: true);
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
            _people.Changed,
            _people.Owners,
            _people.Merges,
            [.. _activities.Select(activity => activity with { PersonId = _people.Current(activity.PersonId) })],
            [.. FinalConsents()],
            _items.Values,
            [.. _conversions.Select(conversion => conversion with { PersonId = _people.Current(conversion.PersonId) })])
        {
            Ignored = _ignored,
        };

        /// <summary>After a merge two words of one person on one purpose may meet; the later one holds.</summary>
        private IEnumerable<ConsentRecord> FinalConsents() => _consents.Values
            .Select(consent => consent with { PersonId = _people.Current(consent.PersonId) })
            .GroupBy(consent => (consent.PersonId, consent.Purpose), (_, words) => words.MaxBy(word => word.UpdatedAt)!)
            .Where(word => !(knowledge.Consents.GetValueOrDefault((word.PersonId, word.Purpose))?.UpdatedAt > word.UpdatedAt));

        private void Behave(BehaviourEvent behaviour)
        {
            if (behaviour is { KnownId: { } known, DeviceId: { } device }) _people.Link(known, device);
            var identity = behaviour.KnownId ?? behaviour.DeviceId!;
            var person = _people.Change(identity, found =>
            {
                var seen = found.Seen(behaviour.At, behaviour.Campaign, behaviour.Device);
                return behaviour.KnownId is null ? seen : seen.IdentifiedWith(behaviour.Traits, behaviour.At);
            });
            _activities.Add(new ActivityRecord(
                behaviour.EventId, person, identity, behaviour.Activity, behaviour.ItemId, behaviour.Properties));
        }

        private void Act(CustomerActivity activity)
        {
            var isLead = activity.Activity.Type == Core.Profiles.ActivityTypes.LeadSubmitted;
            var person = _people.Change(activity.UserId, found =>
                isLead ? found.Seen(activity.At).WithLeadDetails(activity.Email, activity.Traits, activity.At) : found);
            _activities.Add(new ActivityRecord(activity.EventId, person, activity.UserId, activity.Activity, null, activity.Details));
        }

        private void Delete(CustomerDeleted deleted)
        {
            var person = _people.Change(deleted.UserId, found => found.WithoutCustomer(deleted.At));
            foreach (var purpose in Core.Profiles.Purposes.All)
                if (Latest(person, purpose) is { } consent && consent.UpdatedAt <= deleted.At)
                    _consents[(person, purpose)] = consent with { Granted = false, UpdatedAt = deleted.At };
        }

        private void Convert(LeadConverted converted)
        {
            var person = _people.Change(converted.UserId, found => found with { Identified = true });
            _conversions.Add(new ConversionRecord(
                source.Name(), converted.EventId, person, converted.Goal, converted.Value, converted.Currency, null, "", converted.At));
        }

        private void Consent(ConsentUpdated updated)
        {
            var person = _people.Change(updated.UserId, found => found);
            if (updated.At < _people.Find(person).DeletedAt) return;
            foreach (var (purpose, granted) in updated.Grants)
            {
                if (Latest(person, purpose)?.UpdatedAt > updated.At) continue;
                _consents[(person, purpose)] = new ConsentRecord(person, purpose, granted, updated.At);
            }
        }

        /// <summary>The last word of the person, or of somebody who turned out to be them in this batch.</summary>
        private ConsentRecord? Latest(string person, string purpose) => _people.Merges
            .Select(merge => merge.From).Where(merged => _people.Current(merged) == person).Append(person)
            .Select(one => _consents.GetValueOrDefault((one, purpose)) ?? knowledge.Consents.GetValueOrDefault((one, purpose)))
            .MaxBy(word => word?.UpdatedAt);

        private void Catalogue(ItemChange change)
        {
            var known = _items.GetValueOrDefault(change.ItemId)?.At
                ?? (knowledge.ItemUpdates.TryGetValue(change.ItemId, out var stored) ? stored : null);
            if (known is null || known <= change.At) _items[change.ItemId] = change;
        }
    }
}
