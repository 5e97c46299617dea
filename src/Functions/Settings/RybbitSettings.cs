using System.Globalization;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>rybbit</c>: how behaviour is read from Rybbit's ClickHouse.</summary>
/// <param name="Sites">Numbers of the sites that are read; all when empty.</param>
/// <param name="LeavesOutDatacenters">Visitors from data centres, which are mostly programs, do not count.</param>
/// <param name="QueryTimeout">The longest one count may take.</param>
/// <param name="MaxRows">Most visitors one count may give.</param>
/// <param name="MaxMemory">Most memory a count may take in ClickHouse, in bytes.</param>
internal sealed record RybbitSettings(
    IReadOnlyList<int> Sites, bool LeavesOutDatacenters, BehaviourSyncOptions Sync, TimeSpan QueryTimeout, long MaxRows, long MaxMemory)
{
    private const int LargestSite = 65_535;

    public static RybbitSettings Read(SettingsReader reader)
    {
        var defaults = BehaviourSyncOptions.Default;
        return new RybbitSettings(
            ReadSites(reader),
            reader.Flag("rybbit:leave_out_datacenters", true),
            new BehaviourSyncOptions(
                reader.Seconds("rybbit:lag_seconds", defaults.Lag, 0, 600),
                reader.Minutes("rybbit:overlap_minutes", defaults.Overlap, 1, 1440),
                reader.Minutes("rybbit:full_every_minutes", defaults.FullEvery, 1, 1440),
                reader.Days("rybbit:history_days", defaults.History, 0, 3650)),
            reader.Seconds("rybbit:query_timeout_seconds", TimeSpan.FromSeconds(60), 1, 3600),
            reader.Integer("rybbit:max_visitors", 5_000_000, 1, 100_000_000, "visitors"),
            reader.Integer("rybbit:max_memory_mb", 2_000, 100, 1_000_000, "MB") * 1_000_000L);
    }

    private static List<int> ReadSites(SettingsReader reader)
    {
        reader.Describe("rybbit:sites", "all", "", $"a list of site numbers, 0 to {LargestSite}");
        var sites = new List<int>();
        foreach (var text in reader.Texts("rybbit:sites") ?? [])
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var site) && site <= LargestSite) sites.Add(site);
            else reader.Fault("rybbit:sites", $"must be numbers from 0 to {LargestSite}, not \"{text}\"");
        }

        return sites;
    }
}
