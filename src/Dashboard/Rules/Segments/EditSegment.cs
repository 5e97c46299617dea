using System.Globalization;
using PersonalizationEngine.Core.Documents;
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
    private const string List = "/dashboard/segments";

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
            return visit.Show<FailurePage>(404, (nameof(FailurePage.Title), "No such segment"), (nameof(FailurePage.Text), "It was removed meanwhile. Nothing was saved."));

        _ = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version);
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
        var version = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : (int?)null;
        var removed = await desk.RemoveAsync(id, version, visit.Name, null, visit.Cancelled);
        if (removed is Change<Segment>.Removed) return visit.Go(List, "The segment is removed.");
        Tell(visit, removed, null);
        return visit.Show<SegmentEditorPage>(409, (nameof(SegmentEditorPage.Id), (long?)id));
    }

    private static DashboardAnswer Show(Visit visit, SegmentState state) =>
        visit.Show<SegmentEditorPage>(visit.Faults.Count == 0 ? 200 : visit.Status == 200 ? 400 : visit.Status, (nameof(SegmentEditorPage.State), state));

    private async Task<SegmentState> CountAsync(Visit visit, SegmentState state)
    {
        var (document, writer) = (state.Form with { Key = "k", Name = "n" }).Write();
        var parsed = desk.Read(document);
        Tell(visit, state.Form, writer, parsed.Faults);
        return visit.Faults.Count > 0 ? state : state with { Audience = await audience.RunAsync(parsed.Value!.Condition.Condition, visit.Cancelled) };
    }

    private async Task<DashboardAnswer> SaveAsync(Visit visit, SegmentState state)
    {
        var (document, writer) = state.Form.Write();
        Tell(visit, state.Form, writer, desk.Read(document).Faults);
        if (visit.Faults.Count > 0) return Show(visit, state);
        var change = state.Live is { } live
            ? await desk.ReplaceAsync(live.Id, state.Version, document, visit.Name, visit.Cancelled)
            : await desk.AddAsync(document, visit.Name, visit.Cancelled);
        if (change is Change<Segment>.Done) return visit.Go(List, $"The segment “{state.Form.Name}” is saved, and in force for whatever names it.");
        Tell(visit, change, (state.Form, writer));
        return Show(visit, change is Change<Segment>.Outdated outdated ? state with { Version = outdated.Version } : state);
    }

    private static void Tell(Visit visit, Change<Segment> change, (SegmentForm Form, OutlineWriter Writer)? written)
    {
        visit.Status = 409;
        switch (change)
        {
            case Change<Segment>.Invalid invalid when written is { } known:
                visit.Status = 400;
                Tell(visit, known.Form, known.Writer, invalid.Faults);
                break;
            case Change<Segment>.Refused refused:
                visit.Fault("key", refused.Reason);
                break;
            case Change<Segment>.Outdated:
                visit.Fault("", "Somebody else has changed this segment since you opened it. Nothing was overwritten. Open it in another window to see how it is now; save again to put yours in its place.");
                break;
            default:
                visit.Fault("", "The segment is not there any more.");
                break;
        }
    }

    private static void Tell(Visit visit, SegmentForm form, OutlineWriter writer, IReadOnlyList<DocumentFault> faults)
    {
        const string Pointer = "/condition";
        foreach (var (path, message) in writer.Faults.Select(fault => (fault.Path, fault.Message)).Concat(UnfinishedLines.Of(form.Condition)))
            visit.Fault($"{RuleFields.Condition}.{path}", message);
        foreach (var fault in faults)
        {
            var isOfCondition = fault.Pointer.StartsWith(Pointer, StringComparison.Ordinal);
            var path = isOfCondition ? writer.PathOf(fault.Pointer[Pointer.Length..]) : "";
            visit.Fault(!isOfCondition ? fault.Field : path.Length == 0 ? RuleFields.Condition : $"{RuleFields.Condition}.{path}", fault.Message);
        }
    }
}
