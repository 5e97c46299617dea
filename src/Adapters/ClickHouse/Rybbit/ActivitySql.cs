using System.Globalization;
using PersonalizationEngine.Adapters.ClickHouse.Rows;

namespace PersonalizationEngine.Adapters.ClickHouse.Rybbit;

/// <summary>What the rows of either generation have in common, and which rows are read at all.</summary>
internal sealed class ActivitySql(RybbitSchema schema, Question question, ClickHouseOptions options)
{
    /// <summary>What Rybbit makes of a device's address and browser: SHA-256.</summary>
    public const string Hash = "^[0-9a-f]{64}$";

    /// <summary>Whoever did it: the id they were named by, or else the device's. It is Rybbit's own rule.</summary>
    public string Visitor => schema.HasIdentifiedUsers ? "if(identified_user_id = '', user_id, identified_user_id)" : "user_id";

    /// <summary>Whether somebody named them. The first generation keeps one id: what is no hash was given by the site.</summary>
    public string IsNamed => schema.HasIdentifiedUsers ? "identified_user_id != ''" : $"not match(user_id, '{Hash}')";

    /// <summary>When, in milliseconds since 1970. ClickHouse holds instants, whatever zone the column shows them in.</summary>
    public string At => schema.HasMilliseconds ? "toUnixTimestamp64Milli(timestamp_ms)" : "toInt64(toUnixTimestamp(timestamp)) * 1000";

    /// <summary>Rows of the sites that are read, from one instant to another, both included.</summary>
    public string Where(DateTimeOffset from, DateTimeOffset to)
    {
        // What can be looked up by the order of the table, and then what is exact.
        List<string> conditions =
        [
            $"timestamp >= toDateTime({question.Number(from.ToUnixTimeSeconds())})",
            $"timestamp <= toDateTime({question.Number(to.ToUnixTimeSeconds())})",
            $"{At} >= {question.Number(Up(from))}",
            $"{At} <= {question.Number(to.ToUnixTimeMilliseconds())}",
        ];
        if (options.Sites.Count > 0) conditions.Add($"site_id in ({string.Join(", ", options.Sites.Select(site => site.ToString(CultureInfo.InvariantCulture)))})");
        if (options.SkipDatacenters && schema.HasDatacenters) conditions.Add("is_datacenter_asn = 0");
        return string.Join(" and ", conditions);
    }

    /// <summary>The first whole millisecond that is not before the instant.</summary>
    public static long Up(DateTimeOffset instant) => (instant + TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond - 1)).ToUnixTimeMilliseconds();
}
