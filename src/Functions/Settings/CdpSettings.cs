using PersonalizationEngine.Engine.Sync.Customers.Mapping;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>cdp</c>: which tables of the customer data platform are read, and how.</summary>
internal static class CdpSettings
{
    private const string Tables = "cdp:tables";

    public static CdpMapping Read(SettingsReader reader)
    {
        var names = RecordKindNames.All.Select(kind => kind.Name()).ToList();
        foreach (var name in reader.Children(Tables).Except(names, StringComparer.OrdinalIgnoreCase))
            reader.Fault($"{Tables}:{name}", $"is not a kind of record; kinds are {string.Join(", ", names)}");

        reader.Describe("cdp:zone", "UTC", "", "an IANA time zone");
        reader.Describe("cdp:tables:KIND", "none", "", $"the mapping of a table (docs/cdp.md); kinds are {string.Join(", ", names)}");
        var zone = CdpColumnSettings.Zone(reader, "cdp:zone") ?? TimeZoneInfo.Utc;
        var defaults = CdpMapping.None;
        return new CdpMapping(
        [
            .. RecordKindNames.All.Where(kind => reader.Children($"{Tables}:{kind.Name()}").Count > 0)
                .Select(kind => CdpTableSettings.Read(reader, $"{Tables}:{kind.Name()}", kind, zone)).OfType<TableMapping>(),
        ])
        {
            Overlap = reader.Minutes("cdp:overlap_minutes", defaults.Overlap, 0, 1440),
            IdOverlap = reader.Integer("cdp:id_overlap", defaults.IdOverlap, 0, 1_000_000, "ids"),
            BatchRows = reader.Integer("cdp:batch_rows", defaults.BatchRows, 10, 5000, "rows"),
            WholeEvery = reader.Minutes("cdp:whole_every_minutes", defaults.WholeEvery, 1, 10_080),
            QueryTimeout = reader.Seconds("cdp:query_timeout_seconds", defaults.QueryTimeout, 1, 600),
            Absence = new AbsenceRule(
                TimeSpan.FromHours(reader.Integer("cdp:absence_every_hours", (int)defaults.Absence.Every.TotalHours, 1, 168, "hours")),
                reader.Integer("cdp:absence_most_percent", defaults.Absence.MostPercent, 0, 100, "percent")),
        };
    }
}
