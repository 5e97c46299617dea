using System.Globalization;
using PersonalizationEngine.Feed.Demo.Chance;
using PersonalizationEngine.Feed.Demo.Words;

namespace PersonalizationEngine.Feed.Demo.Population;

internal sealed class DeviceMaker(IReadOnlyList<Browser> browsers)
{
    private static readonly string[] DocumentationBlocks = ["192.0.2.", "198.51.100.", "203.0.113."];

    /// <param name="mobile">True for a phone, false for a desk, null for either.</param>
    public Device Make(Dice dice, bool? mobile = null)
    {
        var browser = dice.Weighted(browsers, choice => mobile is null || choice.Mobile == mobile ? choice.Share : 0);
        var version = dice.Pick(browser.Versions).ToString(CultureInfo.InvariantCulture);
        var screen = dice.Pick(browser.Screens).Split('x');
        return new Device(
            dice.Hex(16) + dice.Hex(16),
            browser.Agent.Replace("{version}", version, StringComparison.Ordinal),
            dice.Pick(DocumentationBlocks) + (1 + dice.Below(254)).ToString(CultureInfo.InvariantCulture),
            int.Parse(screen[0], CultureInfo.InvariantCulture),
            int.Parse(screen[1], CultureInfo.InvariantCulture),
            browser.Mobile);
    }
}
