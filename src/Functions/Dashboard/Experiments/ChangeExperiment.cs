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
        if (await desk.FindAsync(id, visit.Cancelled) is not { } stored) return Again(visit, id, "There is no such experiment any more.");
        var document = JsonSerializer.SerializeToNode(ExperimentAnswer.Of(stored), ApiJson.Default.ExperimentAnswer)!.AsObject();
        document[field] = value;
        var version = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : stored.Version;
        using var sent = JsonDocument.Parse(document.ToJsonString());
        return await desk.ReplaceAsync(id, version, sent.RootElement, visit.Name, visit.Cancelled) switch
        {
            Change<Experiment>.Done => visit.Go(string.Create(CultureInfo.InvariantCulture, $"/dashboard/experiments/{id}"), notice),
            Change<Experiment>.Refused refused => Again(visit, id, refused.Reason),
            Change<Experiment>.Outdated => Again(visit, id, "Somebody else has changed it meanwhile. Nothing was overwritten; look at how it is now."),
            Change<Experiment>.Invalid invalid => Again(visit, id, string.Join(" ", invalid.Faults.Select(fault => $"{fault.Field} {fault.Message}."))),
            _ => Again(visit, id, "There is no such experiment any more."),
        };
    }

    private static DashboardAnswer Again(Visit visit, long id, string why)
    {
        visit.Fault("", why);
        return visit.Show<ExperimentPage>(409, (nameof(ExperimentPage.Id), id));
    }
}
