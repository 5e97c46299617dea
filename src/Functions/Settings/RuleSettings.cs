using PersonalizationEngine.Core.Rules.Holdouts;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Personalization.Playbooks;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>rules</c>.</summary>
internal sealed record RuleSettings(HoldoutDefault Holdout, ReviewPolicy Review)
{
    public static RuleSettings Read(SettingsReader reader) => new(
        new HoldoutDefault((double)reader.Decimal("rules:holdout", (decimal)RuleHoldout.DefaultShare, 0, (decimal)RuleHoldout.HighestShare)),
        new ReviewPolicy(reader.Flag("rules:review", ReviewPolicy.None.IsRequired)));
}
