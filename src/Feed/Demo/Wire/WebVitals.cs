using System.Text.Json;
using PersonalizationEngine.Feed.Demo.Chance;

namespace PersonalizationEngine.Feed.Demo.Wire;

/// <summary>How fast a page came up; times in milliseconds, the layout shift without unit.</summary>
internal sealed record WebVitals(double Lcp, double Cls, double Inp, double Fcp, double Ttfb)
{
    public static WebVitals Draw(Dice dice, bool mobile)
    {
        var firstByte = dice.LogNormal(mobile ? 320 : 160, 0.4);
        var firstPaint = firstByte + dice.LogNormal(mobile ? 900 : 480, 0.35);
        var largestPaint = firstPaint + dice.LogNormal(mobile ? 800 : 420, 0.5);
        return new WebVitals(
            Math.Round(largestPaint), Math.Round(dice.Exponential(0.04), 3), Math.Round(dice.LogNormal(mobile ? 140 : 70, 0.5)),
            Math.Round(firstPaint), Math.Round(firstByte));
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("lcp", Lcp);
        writer.WriteNumber("cls", Cls);
        writer.WriteNumber("inp", Inp);
        writer.WriteNumber("fcp", Fcp);
        writer.WriteNumber("ttfb", Ttfb);
    }
}
