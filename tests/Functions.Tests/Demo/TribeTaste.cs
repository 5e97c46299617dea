using System.Text.Json;

namespace PersonalizationEngine.Functions.Tests.Demo;

/// <summary>What each tribe reads, counted from the events; the two categories it reads most are its own.</summary>
internal sealed class TribeTaste
{
    private const int OwnCategories = 2;

    private readonly Dictionary<string, HashSet<string>> _itemsOfTribe;
    private readonly ILookup<string, string> _seen;
    private readonly List<string> _popular;
    private readonly Dictionary<string, string> _personOf;

    public TribeTaste(DemoMonth month)
    {
        var views = month.Store.Rows(
            "select person_id, item_id from events where item_id is not null and type = 'pageview'", row => (Person: row.GetString(0), Item: row.GetString(1)));
        var categories = month.Store.Rows("select item_id, categories from items", row => (Item: row.GetString(0), Categories: row.GetString(1)))
            .ToDictionary(row => row.Item, row => JsonSerializer.Deserialize<string[]>(row.Categories)!);
        _personOf = month.Store.Rows("select identity, person_id from identities", row => (Identity: row.GetString(0), Person: row.GetString(1)))
            .ToDictionary(row => row.Identity, row => row.Person);
        _seen = views.ToLookup(view => view.Person, view => view.Item);
        _popular = [.. views.GroupBy(view => view.Item).OrderByDescending(item => item.Count()).Select(item => item.Key)];
        _itemsOfTribe = month.People.GroupBy(person => person.Tribe).ToDictionary(tribe => tribe.Key, tribe =>
        {
            var own = tribe.SelectMany(Seen).SelectMany(item => categories[item]).CountBy(category => category)
                .OrderByDescending(category => category.Value).Take(OwnCategories).Select(category => category.Key).ToHashSet();
            return categories.Where(item => item.Value.Any(own.Contains)).Select(item => item.Key).ToHashSet();
        });
    }

    public double Precision(TruePerson person, IReadOnlyCollection<string> items) =>
        items.Count(_itemsOfTribe[person.Tribe].Contains) / (double)items.Count;

    public IReadOnlyList<string> PopularUnseen(TruePerson person, int count) => [.. _popular.Except(Seen(person)).Take(count)];

    private IEnumerable<string> Seen(TruePerson person) => _seen[_personOf.GetValueOrDefault(person.Id, person.Id)];
}
