using System.Text.Json.Nodes;
using PersonalizationEngine.Feed.Demo.Chance;

namespace PersonalizationEngine.Feed.Demo.Population;

/// <summary>What somebody agreed to when they became known.</summary>
internal sealed record Consents
{
    public bool Analytics { get; init; }
    public bool Personalization { get; init; }
    public bool Email { get; init; }
    public bool Sms { get; init; }
    public bool Push { get; init; }

    public static Consents Draw(Dice dice) => new()
    {
        Analytics = dice.Chance(0.92),
        Personalization = dice.Chance(0.84),
        Email = dice.Chance(0.68),
        Sms = dice.Chance(0.2),
        Push = dice.Chance(0.15),
    };

    public JsonObject ToJson() => new()
    {
        ["analytics"] = Analytics,
        ["personalization"] = Personalization,
        ["email"] = Email,
        ["sms"] = Sms,
        ["push"] = Push,
    };
}
