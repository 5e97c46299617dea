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
            return visit.Show<FailurePage>(404, (nameof(FailurePage.Title), "No such group"), (nameof(FailurePage.Text), "It was removed meanwhile. Nothing was saved."));

        var state = new GroupState(live, VersionOf(form) ?? 0, GroupForm.Read(form));
        var document = GroupWriter.Write(state.Form, live?.Value);
        var change = live is null
            ? await desk.AddAsync(document, visit.Name, visit.Cancelled)
            : await desk.ReplaceAsync(live.Id, state.Version, document, visit.Name, visit.Cancelled);
        if (change is Change<SavedGroup>.Done { Definition: var saved })
        {
            return visit.Go(
                string.Create(CultureInfo.InvariantCulture, $"/dashboard/groups/{saved.Id}"),
                string.Create(CultureInfo.InvariantCulture, $"The group is saved: it has {saved.Value.Values.Count} values, and every condition that names it follows."));
        }

        var status = Tell(visit, change);
        if (change is Change<SavedGroup>.Outdated outdated) state = state with { Version = outdated.Version };
        return visit.Show<GroupPage>(status, (nameof(GroupPage.Id), id), (nameof(GroupPage.State), state));
    }

    public async Task<DashboardAnswer> RemoveAsync(Visit visit, PostedForm form, long id)
    {
        var removed = await desk.RemoveAsync(id, VersionOf(form), visit.Name, null, visit.Cancelled);
        if (removed is Change<SavedGroup>.Removed) return visit.Go("/dashboard/segments", "The group is removed.");
        return visit.Show<GroupPage>(Tell(visit, removed), (nameof(GroupPage.Id), (long?)id));
    }

    private static int? VersionOf(PostedForm form) => int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private static int Tell(Visit visit, Change<SavedGroup> change)
    {
        switch (change)
        {
            case Change<SavedGroup>.Invalid invalid:
                foreach (var fault in invalid.Faults) visit.Fault(fault.Field.StartsWith("values", StringComparison.Ordinal) ? "added" : fault.Field, fault.Message);
                return 400;
            case Change<SavedGroup>.Refused refused:
                visit.Fault("key", refused.Reason);
                return 409;
            case Change<SavedGroup>.Outdated:
                visit.Fault("", "Somebody else has changed this group since you opened it. Nothing was overwritten. Save again to do the same with the group as it is now.");
                return 409;
            default:
                visit.Fault("", "The group is not there any more.");
                return 404;
        }
    }
}
