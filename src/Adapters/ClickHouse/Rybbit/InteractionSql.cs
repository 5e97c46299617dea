using System.Text.RegularExpressions;
using PersonalizationEngine.Adapters.ClickHouse.Rows;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Adapters.ClickHouse.Rybbit;

/// <summary>Asks for the rows that may be about an item; which one it is, if any, the patterns themselves say afterwards.</summary>
internal sealed class InteractionSql(RybbitSchema schema, ClickHouseOptions options, ItemPatterns items, InteractionWeights weights)
{
    private const string ItemSegment = "{item_id}", AnySegment = "*";

    /// <summary>Whether any row can be about an item at all.</summary>
    public bool CanFindAny => Types.Count > 0 && (items.Paths.Count > 0 || items.Properties.Count > 0);

    /// <summary>Events are weighted by their name too, whatever a custom event without a listed one says.</summary>
    private List<string> Types => [.. weights.ByType.Keys.Concat(weights.ByName.Count > 0 ? [ActivityTypes.CustomEvent] : []).Distinct().Order(StringComparer.Ordinal)];

    /// <param name="to">Included.</param>
    public Question Write(DateTimeOffset from, DateTimeOffset to)
    {
        var question = new Question();
        var activity = new ActivitySql(schema, question, options);
        var properties = items.Properties.Select(name => PropertySql.Text(schema, question, name)).ToList();
        List<string> about = [.. properties.Select(property => $"{property} != ''")];
        if (items.Paths.Count > 0) about.Add($"match(pathname, {question.Text(Expression())})");
        question.Sql = $"""
            select {activity.Visitor}, session_id, toString(type), event_name, {activity.At} as at, pathname{string.Concat(properties.Select(property => $", {property}"))}
            from {RybbitSchema.Table}
            where {activity.Where(from, to)} and type in {question.Texts(Types)} and ({string.Join(" or ", about)})
            order by at
            """;
        return question;
    }

    /// <summary>All paths the patterns may match, and perhaps a few more.</summary>
    private string Expression() => $@"(?is)\A(?:{string.Join('|', items.Paths.Select(path => string.Join('/', path.ToString().Split('/').Select(Segment))))})/*\z";

    private static string Segment(string segment) => segment switch
    {
        ItemSegment => "[^/]+",
        AnySegment => "[^/]*",
        _ => Regex.Escape(segment),
    };
}
