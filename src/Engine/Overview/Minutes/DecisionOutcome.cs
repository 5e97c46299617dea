using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Engine.Personalization;

namespace PersonalizationEngine.Engine.Overview.Minutes;

/// <summary>How a decision came out.</summary>
public enum DecisionOutcome
{
    Decided,

    /// <summary>Nothing could be read of the person.</summary>
    Stranger,

    /// <summary>A rule was kept from them.</summary>
    HeldOut,

    /// <summary>Slots were asked for and no rule filled any.</summary>
    Fallback,
}

internal static class DecisionOutcomes
{
    public const int Count = 4;

    private static readonly string[] Names = ["decided", "stranger", "holdout", "fallback"];

    public static string Name(this DecisionOutcome outcome) => Names[(int)outcome];

    public static DecisionOutcome Of(Decision decision, in AnswerSources sources)
    {
        if (sources.Profile == "none") return DecisionOutcome.Stranger;
        for (var i = 0; i < decision.Measured.Count; i++)
            if (decision.Measured[i].HeldOut) return DecisionOutcome.HeldOut;
        if (decision.Slots.Count == 0) return DecisionOutcome.Decided;
        for (var i = 0; i < decision.Slots.Count; i++)
            if (decision.Slots[i].Rule is not null) return DecisionOutcome.Decided;
        return DecisionOutcome.Fallback;
    }
}
