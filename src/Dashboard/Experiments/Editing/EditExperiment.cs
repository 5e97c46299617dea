using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Dashboard.Rules.Editing;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.Trying;
using PersonalizationEngine.Engine.Experiments.Planning;

namespace PersonalizationEngine.Dashboard.Experiments.Editing;

/// <summary>Takes what the editor of an experiment posts.</summary>
public sealed class EditExperiment(ExperimentDesk desk, PlanTrial plan, EstimateAudience audience)
{
    private static readonly Condition Everybody = ConditionParser.Parse(JsonElement.Parse("{}")).Condition;

    /// <returns>Null when there is no experiment of that id.</returns>
    public async Task<ExperimentState?> BeginAsync(long? id, CancellationToken cancellationToken)
    {
        if (id is not { } known) return new ExperimentState(null, 0, ExperimentForm.New);
        return await desk.FindAsync(known, cancellationToken) is { } live ? new ExperimentState(live, live.Version, FormOfExperiment.Of(live.Value)) : null;
    }

    public async Task<DashboardAnswer> TakeAsync(Visit visit, PostedForm form, long? id)
    {
        var live = id is { } known ? await desk.FindAsync(known, visit.Cancelled) : null;
        if (id is not null && live is null)
            return visit.Show<FailurePage>(404, (nameof(FailurePage.Title), "No such experiment"), (nameof(FailurePage.Text), "It was removed meanwhile. Nothing was saved."));

        _ = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        var command = form["do"] ?? "refresh";
        var state = new ExperimentState(live, version, ExperimentCommands.Apply(ExperimentFields.Read(form), command, form));
        return command switch
        {
            "plan" => Show(visit, await PlanAsync(visit, state)),
            "count" => Show(visit, await CountAsync(visit, state)),
            "publish" => await SaveAsync(visit, state),
            _ => Show(visit, state),
        };
    }

    private static DashboardAnswer Show(Visit visit, ExperimentState state) =>
        visit.Show<ExperimentEditorPage>(visit.Faults.Count == 0 ? 200 : visit.Status == 200 ? 400 : visit.Status, (nameof(ExperimentEditorPage.State), state));

    private async Task<ExperimentState> PlanAsync(Visit visit, ExperimentState state)
    {
        var written = ExperimentWriter.Write(state.Form, state.Live?.Value);
        var faults = written.Faults.Where(fault => fault.Field != ExperimentFields.Condition).ToList();
        var (report, refused) = await plan.RunAsync(PlanWriter.Write(state.Form.Plan, written.Document, faults), visit.Cancelled);
        foreach (var (field, message) in faults) visit.Fault(field, message);
        foreach (var fault in refused) visit.Fault(ExperimentFaults.PlanFieldOf(fault), fault.Message);
        return visit.Faults.Count > 0 ? state : state with { Plan = report };
    }

    private async Task<ExperimentState> CountAsync(Visit visit, ExperimentState state)
    {
        var written = ExperimentWriter.Write(ExperimentForm.New with { Key = "k", Name = "n", Condition = state.Form.Condition }, null);
        var parsed = desk.Read(written.Document);
        Tell(visit, state.Form, written, parsed.Faults);
        return visit.Faults.Count > 0 ? state : state with { Audience = await audience.RunAsync(parsed.Value!.Targeting?.Condition ?? Everybody, visit.Cancelled) };
    }

    private async Task<DashboardAnswer> SaveAsync(Visit visit, ExperimentState state)
    {
        var written = ExperimentWriter.Write(state.Form, state.Live?.Value);
        Tell(visit, state.Form, written, desk.Read(written.Document).Faults);
        if (visit.Faults.Count > 0) return Show(visit, state);
        var change = state.Live is { } live
            ? await desk.ReplaceAsync(live.Id, state.Version, written.Document, visit.Name, visit.Cancelled)
            : await desk.AddAsync(written.Document, visit.Name, visit.Cancelled);
        if (change is Change<Experiment>.Done done)
        {
            return visit.Go(
                string.Create(CultureInfo.InvariantCulture, $"/dashboard/experiments/{done.Definition.Id}"),
                state.Live is null ? "The experiment is added. Start it when everything is in place." : "The experiment is saved.");
        }

        visit.Status = 409;
        Tell(visit, state.Form, written, change);
        return Show(visit, change is Change<Experiment>.Outdated outdated ? state with { Version = outdated.Version } : state);
    }

    private static void Tell(Visit visit, ExperimentForm form, ExperimentWriter written, Change<Experiment> change)
    {
        switch (change)
        {
            case Change<Experiment>.Invalid invalid:
                visit.Status = 400;
                Tell(visit, form, written, invalid.Faults);
                break;
            case Change<Experiment>.Refused refused:
                visit.Fault(refused.Reason.Contains("has this key", StringComparison.Ordinal) ? "key" : "", refused.Reason);
                break;
            case Change<Experiment>.Outdated:
                visit.Fault("", "Somebody else has changed this experiment since you opened it. Nothing was overwritten. Open it in another window to see how it is now; save again to put yours in its place.");
                break;
            default:
                visit.Fault("", "The experiment is not there any more.");
                break;
        }
    }

    private static void Tell(Visit visit, ExperimentForm form, ExperimentWriter written, IReadOnlyList<DocumentFault> faults)
    {
        const string Pointer = "/condition";
        foreach (var (field, message) in written.Faults) visit.Fault(field, message);
        foreach (var (path, message) in written.Condition.Faults.Select(fault => (fault.Path, fault.Message)).Concat(UnfinishedLines.Of(form.Condition)))
            visit.Fault($"{ExperimentFields.Condition}.{path}", message);
        foreach (var fault in faults)
        {
            var isOfCondition = fault.Pointer.StartsWith(Pointer, StringComparison.Ordinal);
            var path = isOfCondition ? written.Condition.PathOf(fault.Pointer[Pointer.Length..]) : "";
            visit.Fault(!isOfCondition ? ExperimentFaults.FieldOf(fault) : path.Length == 0 ? ExperimentFields.Condition : $"{ExperimentFields.Condition}.{path}", fault.Message);
        }
    }
}
