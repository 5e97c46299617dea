using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ingestion.Planning;

namespace PersonalizationEngine.Adapters.Tests.Sql;

/// <summary>Plans and records with whatever a test does not care about filled in.</summary>
internal static class Facts
{
    private static readonly HashSet<string> None = [];

    public static IngestionQuestion AskNothing { get; } = new(EventSource.Rybbit, None, None, None);

    public static IngestionPlan Nothing { get; } =
        new(EventSource.Rybbit, [], new HashSet<int>(), [], new Dictionary<string, string>(), [], [], [], [], []);

    public static PersonRecord Person(string id) => PersonRecord.New(id, Store.Now);

    /// <summary>People who each own the identity of their name.</summary>
    public static IngestionPlan Of(params IReadOnlyCollection<PersonRecord> people) => Nothing with
    {
        People = people,
        Owners = people.ToDictionary(person => person.PersonId, person => person.PersonId, StringComparer.Ordinal),
    };

    public static IngestionPlan Of(params IReadOnlyList<ActivityRecord> activities) => Nothing with { Activities = activities };

    public static IngestionPlan Of(params IReadOnlyCollection<ConsentRecord> consents) => Nothing with { Consents = consents };

    public static IngestionPlan Of(params IReadOnlyCollection<ItemChange> items) => Nothing with { Items = items };

    public static ActivityRecord Visit(string person, DateTimeOffset at, string? item = null, string type = ActivityTypes.PageView) =>
        new($"e-{person}-{at.Ticks}-{type}", person, person, new Activity(at, ActivityOrigin.Rybbit, type), item, null);

    public static ItemRecord Item(string id, DateTimeOffset updatedAt) =>
        new(id, null, null, null, null, [], [], AttributeMap.Empty, false, null, null, updatedAt);

    public static ConversionRecord Conversion(string person, decimal? value) =>
        new("cdp", $"c-{person}", person, "purchase", value, "EUR", null, "", Store.Now);

    public static RefusedEvent Refused(string key, string payload = "{}", EventSource source = EventSource.Cdp) =>
        new(0, source, key, payload, "type", "is not known", Store.Now);

    public static IngestionQuestion Ask(
        EventSource source, IEnumerable<string>? eventIds = null, IEnumerable<string>? identities = null, IEnumerable<string>? items = null) =>
        new(source, Set(eventIds), Set(identities), Set(items));

    private static HashSet<string> Set(IEnumerable<string>? texts) => new(texts ?? [], StringComparer.Ordinal);
}
