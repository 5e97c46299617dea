using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Dashboard.Experiments;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Administration;

namespace PersonalizationEngine.Functions.Dashboard.Experiments;

/// <summary>Adds the experiment of a form as a draft; faults of its document are told of at the fields they come from.</summary>
public sealed class AddExperiment(ExperimentDesk desk)
{
    public async Task<DashboardAnswer> RunAsync(Visit visit, PostedForm form)
    {
        var (variants, metrics) = (new List<int>(), new List<int>());
        var document = ExperimentForm.Read(visit, form, variants, metrics);
        if (visit.Faults.Count > 0) return visit.Show<NewExperimentPage>(400);
        using var sent = JsonDocument.Parse(document.ToJsonString());
        switch (await desk.AddAsync(sent.RootElement, visit.Name, visit.Cancelled))
        {
            case Change<Experiment>.Done done:
                return visit.Go(string.Create(CultureInfo.InvariantCulture, $"/dashboard/experiments/{done.Definition.Id}"), "The experiment is added. Start it when everything is in place.");
            case Change<Experiment>.Invalid invalid:
                foreach (var fault in invalid.Faults) visit.Fault(FieldOf(fault.Field, variants, metrics), fault.Message);
                return visit.Show<NewExperimentPage>(400);
            case Change<Experiment>.Refused refused:
                visit.Fault("key", refused.Reason);
                return visit.Show<NewExperimentPage>(409);
            default:
                visit.Fault("", "It could not be added.");
                return visit.Show<NewExperimentPage>(409);
        }
    }

    /// <param name="field">Such as <c>variants[1].weight</c>.</param>
    private static string FieldOf(string field, List<int> variants, List<int> metrics)
    {
        if (field == "traffic_allocation") return "coverage";
        if (field.StartsWith("namespace", StringComparison.Ordinal)) return field switch { "namespace.start" => "from", "namespace.end" => "to", _ => "group" };
        if (field.StartsWith("condition", StringComparison.Ordinal)) return "condition";
        var parts = field.Split('[', ']');
        if (parts.Length < 3 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var place)) return field == "variants" ? "variant0" : field;
        var rows = parts[0] == "variants" ? variants : metrics;
        if (place >= rows.Count) return field;
        return (parts[0], parts[2]) switch
        {
            ("variants", ".weight") => $"weight{rows[place]}",
            ("variants", _) => $"variant{rows[place]}",
            (_, ".goal" or ".slot" or ".event") => $"of{rows[place]}",
            (_, ".kind") => $"kind{rows[place]}",
            _ => $"metric{rows[place]}",
        };
    }
}
