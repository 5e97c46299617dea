using System.Text.Json.Nodes;
using PersonalizationEngine.Feed.Demo.Chance;
using PersonalizationEngine.Feed.Demo.Wire;

namespace PersonalizationEngine.Feed.Demo.Journeys;

/// <summary>The small events between page views: measurements, scrolling, playing, clicking away.</summary>
internal static class Gestures
{
    private const double ShareMeasured = 0.36;
    private const double ShareScrolled = 0.32;
    private const double ShareOutbound = 0.025;
    private const double SharePressed = 0.04;
    private static readonly string[] Elsewhere =
        ["https://docs.partners.example/connectors", "https://status.brightquay.example/", "https://community.partners.example/"];

    /// <summary>What happens while a page is open; takes <paramref name="seconds"/> on the visit's clock.</summary>
    public static void Play(VisitRecorder visit, string path, double seconds, Dice dice)
    {
        var loading = Math.Min(seconds / 3, dice.Between(0.8, 2.5));
        visit.Wait(loading);
        if (dice.Chance(ShareMeasured)) visit.Measure(WebVitals.Draw(dice, visit.Device.Mobile));
        visit.Wait((seconds - loading) * 0.7);
        Gesture(visit, path, dice);
        visit.Wait((seconds - loading) * 0.3);
    }

    private static void Gesture(VisitRecorder visit, string path, Dice dice)
    {
        if (path.StartsWith("/webinars/", StringComparison.Ordinal) && dice.Chance(0.5))
            visit.Do("custom_event", "video_play", new JsonObject { ["percent"] = 25 * (1 + dice.Below(4)) });
        else if (dice.Chance(ShareScrolled))
            visit.Do("custom_event", "scroll_depth", new JsonObject { ["percent"] = 25 * (1 + dice.Below(4)) });
        else if (dice.Chance(ShareOutbound))
            visit.Do("outbound", null, new JsonObject { ["url"] = dice.Pick(Elsewhere), ["text"] = "Read more" });
        else if (dice.Chance(SharePressed))
            visit.Do("button_click", null, new JsonObject { ["text"] = path == Site.Pricing ? "Compare plans" : "Start trial" });
    }
}
