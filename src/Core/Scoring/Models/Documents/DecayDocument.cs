using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Scoring.Models.Decaying;

namespace PersonalizationEngine.Core.Scoring.Models.Documents;

/// <summary>Reads the field <c>decay</c>: <c>{"curve": "half_life", "days": 14}</c>, <c>{"curve": "linear", "days": 30, "share": 0.5}</c>.</summary>
internal static class DecayDocument
{
    private const double LeastShare = 0.001;

    private static readonly string[] Curves = ["none", "half_life", "linear", "step"];

    /// <param name="fallback">Where nothing is said; null for none.</param>
    public static Decay Read(DocumentReader reader, Decay? fallback = null)
    {
        fallback ??= Decay.None;
        if (reader.Child("decay") is not { } child) return fallback;
        child.RefuseUnknown("curve", "days", "share");
        var curve = child.OneOf("curve", Curves, required: true);
        if (curve is null or "none") return Decay.None;
        var days = child.Number("days", Decay.Shortest.TotalDays, Decay.Longest.TotalDays, required: true);
        var share = child.Number("share", LeastShare, 1, required: curve != "half_life");
        if (curve == "half_life" && share is not null) child.Fault("share", "must not be given with half_life");
        if (days is not { } period) return fallback;
        return curve switch
        {
            "half_life" => new HalfLifeDecay(TimeSpan.FromDays(period)),
            "linear" => new LinearDecay(TimeSpan.FromDays(period), share ?? 1),
            _ => new StepDecay(TimeSpan.FromDays(period), share ?? 1),
        };
    }
}
