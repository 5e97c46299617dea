using static PersonalizationEngine.LargeStore.Series;

namespace PersonalizationEngine.LargeStore;

/// <summary>What people did on the site, in the order of time.</summary>
internal static class BehaviourRows
{
    private const string Columns = "source, event_id, person_id, identity, type, name, path, site, session, item_id, occurred_at, received_at";

    private const string Type = "case i % 10 when 0 then 'custom_event' when 1 then 'performance' when 2 then 'outbound' else 'pageview' end";

    private const string Name = "case i % 10 when 0 then 'scroll_depth' end";

    public static readonly string[] All =
    [
        Events("'large#' || i", "@events * @people", "(i * 7919) % @people", $"@now - 28 * {Day} + i * (27 * {Day} / (@events * @people))"),
        Events("'busy#' || i", "2000", "0", $"@now - {Day} + i * 40000"),
    ];

    private static string Events(string id, string count, string person, string at)
    {
        var item = $"printf('item-%03d', {Drawn("i", 7, StoreSize.Items)})";
        return Insert(
            "events", Columns, count,
            $"'rybbit', {id}, {Person(person)}, {Person(person)}, {Type}, {Name}, '/blog/' || {item}, '1', 'session' || (i / 5), {item}, {at}, {at}");
    }
}
