using System.Globalization;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Dashboard.Rules.Groups;

/// <summary>Takes what the page of a saved group posts.</summary>
public sealed class EditGroup(SavedGroupDesk desk)
{
    private const string Kind = "group";

    /// <returns>Null when there is no group of that id.</returns>
    public async Task<GroupState?> BeginAsync(long? id, CancellationToken cancellationToken)
    {
        if (id is not { } known) return new GroupState(null, 0, GroupForm.New);
        if (await desk.FindAsync(known, cancellationToken) is not { } live) return null;
        return new GroupState(live, live.Version, GroupForm.New with { Key = live.Value.Key, Name = live.Value.Name, Description = live.Value.Description ?? "" });
    }

    public async Task<DashboardAnswer> SaveAsync(Visit visit, PostedForm form, long? id)
    {
        var live = id is { } known ? await desk.FindAsync(known, visit.Cancelled) : null;
        if (id is not null && live is null)
            return DefinitionForms.Gone(visit, Kind);

        var state = new GroupState(live, DefinitionForms.VersionOf(form) ?? 0, GroupForm.Read(form));
        var document = GroupWriter.Write(state.Form, live?.Value);
        var change = await desk.SaveAsync(live, state.Version, document, visit.Name, visit.Cancelled);
        if (change is Change<SavedGroup>.Done { Definition: var saved })
        {
            return visit.Go(
                string.Create(CultureInfo.InvariantCulture, $"/dashboard/groups/{saved.Id}"),
                string.Create(CultureInfo.InvariantCulture, $"The group is saved: it has {saved.Value.Values.Count} values, and every condition that names it follows."));
        }

        Tell(visit, change);
        if (change is Change<SavedGroup>.Outdated outdated) state = state with { Version = outdated.Version };
        return visit.ShowForm<GroupPage>((nameof(GroupPage.Id), id), (nameof(GroupPage.State), state));
    }

    public async Task<DashboardAnswer> RemoveAsync(Visit visit, PostedForm form, long id)
    {
        var removed = await desk.RemoveAsync(id, DefinitionForms.VersionOf(form), visit.Name, null, visit.Cancelled);
        if (removed is Change<SavedGroup>.Removed) return visit.Go("/dashboard/segments", "The group is removed.");
        Tell(visit, removed);
        return visit.ShowForm<GroupPage>((nameof(GroupPage.Id), (long?)id));
    }

    private static void Tell(Visit visit, Change<SavedGroup> change) => DefinitionForms.Tell(visit, Kind, change, faults =>
    {
        foreach (var fault in faults) visit.Fault(fault.Field.StartsWith("values", StringComparison.Ordinal) ? "added" : fault.Field, fault.Message);
    });
}
