using PersonalizationEngine.Core.Delivery.QuietHours;

namespace PersonalizationEngine.Core.Tests.Delivery.QuietHours;

public sealed class CountryZonesTests
{
    private const string Published = "/usr/share/zoneinfo/zone.tab";

    [Theory]
    [InlineData("DE", "Europe/Berlin")]
    [InlineData("de", "Europe/Berlin")]
    [InlineData("AR", "America/Argentina/Buenos_Aires")]
    [InlineData("ES", "Europe/Madrid Atlantic/Canary")]
    [InlineData("US", "America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage America/Adak Pacific/Honolulu")]
    [InlineData("XX", "")]
    [InlineData("", "")]
    [InlineData("Germany", "")]
    public void Of_Country_IsItsZones(string country, string zones) =>
        Assert.Equal(zones, string.Join(' ', CountryZones.Of(country).Select(zone => zone.Id)));

    /// <summary>The table against the machine's own copy of what it was made from: no country and no kind of clock is missing.</summary>
    [Fact]
    public void Of_EveryPublishedZone_HasOneWhoseClockAgrees()
    {
        Assert.SkipUnless(File.Exists(Published), $"No {Published} on this machine.");
        var rows = File.ReadLines(Published).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).Select(cells => (Country: cells[0], Zone: cells[2])).ToList();
        var hours = Enumerable.Range(0, 366 * 8).Select(step => new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero).AddHours(step * 3)).ToList();

        Assert.Equal(rows.Select(row => row.Country).Distinct().Order(StringComparer.Ordinal), CountryZones.Countries.Order(StringComparer.Ordinal));
        Assert.All(rows.GroupBy(row => row.Country).Where(country => country.Count() > 1).SelectMany(country => country), row =>
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(row.Zone);
            Assert.Contains(CountryZones.Of(row.Country), kept => kept.Id == zone.Id || hours.TrueForAll(at => kept.GetUtcOffset(at) == zone.GetUtcOffset(at)));
        });
        Assert.All(CountryZones.Countries.SelectMany(country => CountryZones.Of(country).Select(zone => (country, zone.Id))), kept => Assert.Contains(kept, rows));
    }
}
