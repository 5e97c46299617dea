using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;

namespace PersonalizationEngine.Dashboard.Experiments.Editing;

/// <summary>An experiment as somebody types it; shares are in percent, times in UTC.</summary>
public sealed record ExperimentForm(
    string Key, string Name, string Description, string Coverage, IReadOnlyList<VariantForm> Variants, IReadOnlyList<MetricForm> Metrics, OutlineGroup Condition)
{
    public static ExperimentForm New { get; } = new(
        "", "", "", "100", [new VariantForm("control", "", "", ""), new VariantForm("treatment", "", "", "")], [], OutlineGroup.Everybody);

    public bool IsBandit { get; init; }

    public bool IsInterleaving { get; init; }

    /// <summary>The exclusion group; empty for none.</summary>
    public string Group { get; init; } = "";

    public string From { get; init; } = "";

    public string To { get; init; } = "";

    public string Starts { get; init; } = "";

    public string Ends { get; init; } = "";

    /// <summary>Empty for the key.</summary>
    public string Seed { get; init; } = "";

    public string HashAttribute { get; init; } = Applicant.IdAttribute;

    /// <summary>A line each: variant, colon, person.</summary>
    public string Testers { get; init; } = "";

    /// <summary>A line each: experiment, colon, its variants with commas; without variants any of them.</summary>
    public string Prerequisites { get; init; } = "";

    public bool IsSticky { get; init; } = true;

    public bool IgnoresHoldout { get; init; }

    public PlanForm Plan { get; init; } = PlanForm.New;
}
