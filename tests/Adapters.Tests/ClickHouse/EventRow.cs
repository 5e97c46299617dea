using System.Text.Json;

namespace PersonalizationEngine.Adapters.Tests.ClickHouse;

/// <summary>A row of <c>events</c> as it lies in the table.</summary>
internal sealed record EventRow(
    int Site, long Milliseconds, string Session, string User, string IdentifiedUser, string Type, string Name, string Path,
    JsonElement Properties, Dictionary<string, string> Parameters, string Country, string Language, string Device, string Browser, string System,
    bool IsDatacenter)
{
    public DateTimeOffset At => DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds);

    public string Visitor => IdentifiedUser.Length > 0 ? IdentifiedUser : User;

    /// <summary>All rows, by no way of ours; or those of a part of the devices and people, so that a million fit into memory.</summary>
    public static async Task<List<EventRow>> ReadAllAsync(RybbitDatabase database, int part = 0, int parts = 1)
    {
        var isSecond = database.Generation == Generation.Second;
        var answer = await database.ExecuteAsync(
            $"""
             select site_id, {(isSecond ? "toUnixTimestamp64Milli(timestamp_ms)" : "toUnixTimestamp(timestamp) * 1000")}, session_id, user_id,
               {(isSecond ? "identified_user_id" : "''")}, type, event_name, pathname, toString(props), url_parameters, toString(country), language,
               device_type, browser, operating_system, {(isSecond ? "is_datacenter_asn" : "0")}
             from events where cityHash64({(isSecond ? "if(identified_user_id = '', user_id, identified_user_id)" : "user_id")}) % {parts} = {part} format JSONCompactEachRow settings output_format_json_quote_64bit_integers = 0
             """);
        return [.. answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Parse(JsonDocument.Parse(line).RootElement))];
    }

    private static EventRow Parse(JsonElement row) => new(
        row[0].GetInt32(), row[1].GetInt64(), row[2].GetString()!, row[3].GetString()!, row[4].GetString()!, row[5].GetString()!,
        row[6].GetString()!, row[7].GetString()!, JsonDocument.Parse(row[8].GetString()!).RootElement,
        row[9].EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!), row[10].GetString()!.Trim('\0'), row[11].GetString()!,
        row[12].GetString()!, row[13].GetString()!, row[14].GetString()!, row[15].GetInt32() != 0);
}
