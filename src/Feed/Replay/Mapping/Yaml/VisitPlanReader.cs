using PersonalizationEngine.Feed.Replay.Values;
using PersonalizationEngine.Feed.Replay.Visits;
using YamlDotNet.RepresentationModel;

namespace PersonalizationEngine.Feed.Replay.Mapping.Yaml;

/// <summary>Reads <c>visits:</c>.</summary>
internal static class VisitPlanReader
{
    private const int UsualDays = 28;
    private const int MostDays = 3_650;

    public static VisitPlan Read(YamlNode node)
    {
        var keys = node.Keys("key", "count", "pages_per_visit", "total_seconds", "last_days", "arrival", "paths");
        var days = keys.TryGetValue("last_days", out var given) ? given.Number() : UsualDays;
        if (days is < 1 or > MostDays) throw node.Fault($"last_days must be between 1 and {MostDays}");
        var paths = keys.TryGetValue("paths", out var list) ? list.Texts() : ["/"];
        if (paths.Length == 0) throw node.Fault("paths must name at least one page");
        return new VisitPlan(
            Template(node, keys, "key"), Template(node, keys, "count"), Template(node, keys, "pages_per_visit"),
            Template(node, keys, "total_seconds"), (int)days, paths)
        {
            Arrival = keys.TryGetValue("arrival", out var arrival) ? Scale(arrival) : null,
        };
    }

    private static ArrivalScale Scale(YamlNode node)
    {
        var keys = node.Keys("number", "from", "to", "first_days_ago", "last_days_ago");
        var (from, to) = (Number("from"), Number("to"));
        var (first, last) = (Number("first_days_ago"), Number("last_days_ago"));
        if (from >= to) throw node.Fault("from must be below to");
        if (last < 0 || first < last || first > MostDays) throw node.Fault($"first_days_ago must be from last_days_ago to {MostDays}, and both at least 0");
        return new ArrivalScale(Template(node, keys, "number"), from, to, first, last);

        double Number(string name) => keys.TryGetValue(name, out var value) ? value.Number() : throw node.Fault($"arrival needs {name}");
    }

    private static TextTemplate Template(YamlNode node, Dictionary<string, YamlNode> keys, string name)
    {
        if (!keys.TryGetValue(name, out var text)) throw node.Fault($"visits need {name}, such as {name}: \"{{Column}}\"");
        return TextTemplate.Parse(text.Text()) ?? throw text.Fault($"the braces in '{text.Text()}' do not match");
    }
}
