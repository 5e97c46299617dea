using PersonalizationEngine.Core.Rules.Conditions.Outlines;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Dashboard.Rules.Editing;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.Trying;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Dashboard.Rules.Segments;

/// <summary>Takes what the editor of a segment posts.</summary>
public sealed class EditSegment(SegmentDesk desk, EstimateAudience audience)
{
    private const string List = "/dashboard/segments", Kind = "segment";

    private static readonly OutlineFaults Faults = new("/condition", RuleFields.Condition, fault => fault.Field);

    /// <returns>Null when there is no segment of that id.</returns>
    public async Task<SegmentState?> BeginAsync(long? id, CancellationToken cancellationToken)
    {
        if (id is not { } known) return new SegmentState(null, 0, SegmentForm.New);
        if (await desk.FindAsync(known, cancellationToken) is not { } live) return null;
        var outline = OutlineReader.Read(live.Value.Condition.Json);
        return new SegmentState(live, live.Version, new SegmentForm(live.Value.Key, live.Value.Name, live.Value.Description ?? "", outline));
    }

    public async Task<DashboardAnswer> TakeAsync(Visit visit, PostedForm form, long? id)
    {
        var live = id is { } known ? await desk.FindAsync(known, visit.Cancelled) : null;
        if (id is not null && live is null)
            return DefinitionForms.Gone(visit, Kind);

        var version = DefinitionForms.VersionOf(form) ?? 0;
        var state = new SegmentState(live, version, SegmentForm.Read(form));
        var command = form["do"] ?? "refresh";
        if (FormCommands.Apply(state.Form.AsRule, command, form) is { } changed) state = state with { Form = state.Form with { Condition = changed.Condition } };
        return command switch
        {
            "count" => Show(visit, await CountAsync(visit, state)),
            "publish" => await SaveAsync(visit, state),
            _ => Show(visit, state),
        };
    }

    public async Task<DashboardAnswer> RemoveAsync(Visit visit, PostedForm form, long id)
    {
        var removed = await desk.RemoveAsync(id, DefinitionForms.VersionOf(form), visit.Name, null, visit.Cancelled);
        if (removed is Change<Segment>.Removed) return visit.Go(List, "The segment is removed.");
        DefinitionForms.Tell(visit, Kind, removed, _ => { });
        return visit.Show<SegmentEditorPage>(409, (nameof(SegmentEditorPage.Id), (long?)id));
    }

    private static DashboardAnswer Show(Visit visit, SegmentState state) =>
        visit.ShowForm<SegmentEditorPage>((nameof(SegmentEditorPage.State), state));

    private async Task<SegmentState> CountAsync(Visit visit, SegmentState state)
    {
        var (document, writer) = (state.Form with { Key = "k", Name = "n" }).Write();
        var parsed = desk.Read(document);
        Faults.Tell(visit, state.Form.Condition, writer, parsed.Faults);
        return visit.Faults.Count > 0 ? state : state with { Audience = await audience.RunAsync(parsed.Value!.Condition.Condition, visit.Cancelled) };
    }

    private async Task<DashboardAnswer> SaveAsync(Visit visit, SegmentState state)
    {
        var (document, writer) = state.Form.Write();
        Faults.Tell(visit, state.Form.Condition, writer, desk.Read(document).Faults);
        if (visit.Faults.Count > 0) return Show(visit, state);
        var change = await desk.SaveAsync(state.Live, state.Version, document, visit.Name, visit.Cancelled);
        if (change is Change<Segment>.Done) return visit.Go(List, $"The segment “{state.Form.Name}” is saved, and in force for whatever names it.");
        DefinitionForms.Tell(visit, Kind, change, faults => Faults.Tell(visit, state.Form.Condition, writer, faults));
        return Show(visit, change is Change<Segment>.Outdated outdated ? state with { Version = outdated.Version } : state);
    }
}
