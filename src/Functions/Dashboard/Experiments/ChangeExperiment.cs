using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Dashboard.Experiments;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.Admin.Experiments;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Dashboard.Experiments;

/// <summary>Sends an experiment back as it was read, with a field or two changed: the desk decides whether that may be.</summary>
public sealed class ChangeExperiment(ExperimentDesk desk)
{
    /// <param name="field">Of the document.</param>
    /// <param name="notice">What is told when it is done.</param>
    public async Task<DashboardAnswer> SetAsync(Visit visit, PostedForm form, long id, string field, string value, string notice)
    {
        if (await desk.FindAsync(id, visit.Cancelled) is not { } stored) return DefinitionForms.Again<Experiment, ExperimentPage>(visit, new Change<Experiment>.NotFound(), id);
        var document = JsonSerializer.SerializeToNode(ExperimentAnswer.Of(stored), ApiJson.Default.ExperimentAnswer)!.AsObject();
        document[field] = value;
        var version = DefinitionForms.VersionOf(form) ?? stored.Version;
        using var sent = JsonDocument.Parse(document.ToJsonString());
        var change = await desk.ReplaceAsync(id, version, sent.RootElement, visit.Name, visit.Cancelled);
        return change is Change<Experiment>.Done
            ? visit.Go(string.Create(CultureInfo.InvariantCulture, $"/dashboard/experiments/{id}"), notice)
            : DefinitionForms.Again<Experiment, ExperimentPage>(visit, change, id);
    }
}
