using System.Globalization;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Rules.Editing;

namespace PersonalizationEngine.Dashboard.Experiments.Editing;

/// <summary>The buttons of the editor that change the form itself.</summary>
internal static class ExperimentCommands
{
    public static ExperimentForm Apply(ExperimentForm experiment, string command, PostedForm form)
    {
        var parts = command.Split(':', 2);
        var place = parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return parts[0] switch
        {
            "add-variant" => experiment with { Variants = [.. experiment.Variants, new VariantForm("", "", "", "")] },
            "remove-variant" => experiment with { Variants = [.. experiment.Variants.Where((_, row) => row != place)] },
            "add-metric" => experiment with { Metrics = [.. experiment.Metrics, MetricForm.New] },
            "remove-metric" => experiment with { Metrics = [.. experiment.Metrics.Where((_, row) => row != place)] },
            _ => FormCommands.Apply(RuleForm.New with { Condition = experiment.Condition }, command, form) is { } changed
                ? experiment with { Condition = changed.Condition }
                : experiment,
        };
    }
}
