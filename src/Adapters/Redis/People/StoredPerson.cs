using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Engine.Delivery.Inbox;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using ZiggyCreatures.Caching.Fusion.Internals;
using ZiggyCreatures.Caching.Fusion.Internals.Distributed;

namespace PersonalizationEngine.Adapters.Redis.People;

/// <summary>
/// A person as Redis holds them. Whoever changes this, or anything in it, raises <see cref="Version"/>: processes of before and
/// after an upgrade then keep out of each other's way.
/// </summary>
/// <param name="StoredAt">When the entry was made, in ticks of UTC.</param>
/// <param name="FreshUntil">Until when it serves without being read again, in ticks of UTC.</param>
internal sealed record StoredPerson(
    PersonState State, string Recommender, InboxGlance Inbox, DateTimeOffset ReadAt, bool IsComplete, long StoredAt, long FreshUntil)
{
    public const int Version = 5;

    public static StoredPerson Of(FusionCacheDistributedEntry<PersonSnapshot> entry) => new(
        entry.Value.State, entry.Value.Recommender, entry.Value.Inbox, entry.Value.ReadAt, entry.Value.IsComplete, entry.Timestamp, entry.LogicalExpirationTimestamp);

    public FusionCacheDistributedEntry<PersonSnapshot> ToEntry() => new(
        new PersonSnapshot(State, Recommender, Generation: null, ReadAt, IsComplete) { Inbox = Inbox },
        StoredAt,
        FreshUntil,
        [],
        new FusionCacheEntryMetadata(false, null, null, null, 1, null));
}
