using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.QuietHours;
using PersonalizationEngine.Core.Profiles.Consent;

namespace PersonalizationEngine.Core.Tests.Delivery.QuietHours;

public sealed class RecipientZonesTests
{
    [Theory]
    [InlineData("Asia/Tokyo", "Europe/Paris", "DE", "Europe/Rome", "Europe/Oslo", ZoneSource.Explicit, "Asia/Tokyo")]
    [InlineData(null, "Europe/Paris", "DE", "Europe/Rome", "Europe/Oslo", ZoneSource.Geo, "Europe/Paris")]
    [InlineData(null, null, "DE", "Europe/Rome", "Europe/Oslo", ZoneSource.Country, "Europe/Berlin")]
    [InlineData(null, null, null, "Europe/Rome", "Europe/Oslo", ZoneSource.Campaign, "Europe/Rome")]
    [InlineData(null, null, null, null, "Europe/Oslo", ZoneSource.Workspace, "Europe/Oslo")]
    [InlineData(null, null, null, null, null, ZoneSource.Utc, "UTC")]
    [InlineData("", "", "", "", "", ZoneSource.Utc, "UTC")]
    public void Of_FirstThatIsKnown_IsTheZone(string? stated, string? geo, string? country, string? campaign, string? workspace, ZoneSource source, string zone)
    {
        var found = Find(stated, geo, country, campaign, workspace);

        Assert.Equal((source, zone), (found.Source, Assert.Single(found.Ids)));
        Assert.Empty(found.Ignored);
    }

    [Theory]
    [InlineData("Mars/Phobos")]
    [InlineData("europe/berlin")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("+02:00")]
    [InlineData("../../etc/passwd")]
    [InlineData("Europe/Berlin\0")]
    [InlineData(" ")]
    public void Of_NoIanaZone_IsPassedOverAndTold(string text)
    {
        _ = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var found = Find(text, text, "ZZ", text, "Europe/Oslo");

        Assert.Equal((ZoneSource.Workspace, "Europe/Oslo"), (found.Source, Assert.Single(found.Ids)));
        Assert.Equal([text, text, "ZZ", text], found.Ignored);
    }

    private static RecipientZone Find(string? stated, string? geo, string? country, string? campaign, string? workspace) =>
        RecipientZones.Of(new Recipient("p", Permissions.All) { ExplicitZone = stated, GeoZone = geo, Country = country }, campaign, workspace);
}
