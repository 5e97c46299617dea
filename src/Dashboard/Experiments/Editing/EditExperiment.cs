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
    private const string Kind = "experiment";

    private static readonly OutlineFaults Faults = new("/condition", ExperimentFields.Condition, ExperimentFaults.FieldOf);

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
            return DefinitionForms.Gone(visit, Kind);

        var version = DefinitionForms.VersionOf(form) ?? 0;
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
        visit.ShowForm<ExperimentEditorPage>((nameof(ExperimentEditorPage.State), state));

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
        var change = await desk.SaveAsync(state.Live, state.Version, written.Document, visit.Name, visit.Cancelled);
        if (change is Change<Experiment>.Done done)
        {
            return visit.Go(
                string.Create(CultureInfo.InvariantCulture, $"/dashboard/experiments/{done.Definition.Id}"),
                state.Live is null ? "The experiment is added. Start it when everything is in place." : "The experiment is saved.");
        }

        DefinitionForms.Tell(visit, Kind, change, faults => Tell(visit, state.Form, written, faults));
        return Show(visit, change is Change<Experiment>.Outdated outdated ? state with { Version = outdated.Version } : state);
    }

    private static void Tell(Visit visit, ExperimentForm form, ExperimentWriter written, IReadOnlyList<DocumentFault> faults)
    {
        foreach (var (field, message) in written.Faults) visit.Fault(field, message);
        Faults.Tell(visit, form.Condition, written.Condition, faults);
    }
}
