using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Dashboard.Leads;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Identity;
using PersonalizationEngine.Engine.Privacy;
using PersonalizationEngine.Functions.Dashboard.Access;

namespace PersonalizationEngine.Functions.Dashboard.Leads;

/// <summary>What can be done about a person: take a merge back, erase them, let them in again.</summary>
public sealed class PersonChangeFunctions(DashboardGate gate, UndoMerge undo, ErasePeople erase, LetInAgain restore)
{
    /// <summary>Takes two people apart again.</summary>
    [Function("DashboardUndoMerge")]
    public Task<IResult> UndoAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/lead/undo-merge")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Editor, async (visit, form) =>
        {
            var (id, isNumber) = (form["id"] ?? "", long.TryParse(form["merge"], NumberStyles.None, CultureInfo.InvariantCulture, out var merge));
            var undone = isNumber ? await undo.RunAsync(merge, visit.Name, visit.Cancelled) : null;
            if (undone?.Merge is null) visit.Fault("merge", "No merge has this id.");
            else if (undone.Refusal is { } reason) visit.Fault("merge", $"The merge cannot be undone: {reason}.");
            return visit.Faults.Count > 0
                ? Refused(visit, id)
                : visit.Go($"{AddressOf(undone!.Merge!.To)}#ids", "They are two people again.");
        });

    /// <summary>Erases a person whose id was typed once more.</summary>
    [Function("DashboardErasePerson")]
    public Task<IResult> EraseAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/lead/erase")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Admin, async (visit, form) =>
        {
            var id = form.Raw("id") ?? "";
            if (form["confirm"] != id.Trim() || id.Length == 0)
            {
                visit.Fault("confirm", "This is not the id of the person, so nobody was erased.");
                return Refused(visit, id);
            }

            return await erase.RunAsync(id, visit.Name, visit.Cancelled) is { } erasure
                ? visit.Go($"/dashboard/lead/erasure?id={Uri.EscapeDataString(erasure.ErasureId)}", erasure.DoneAt is null ? "The erasure is under way." : "The person is erased.")
                : Refused(visit, id);
        });

    /// <summary>The person came back and agreed to be stored.</summary>
    [Function("DashboardRestorePerson")]
    public Task<IResult> RestoreAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/lead/restore")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Admin, async (visit, form) =>
        {
            var id = form.Raw("id") ?? "";
            var lifted = await restore.RunAsync(id, visit.Name, visit.Cancelled);
            if (lifted is { LiftedAt: not null })
                return visit.Go($"/dashboard/lead/erasure?id={Uri.EscapeDataString(lifted.ErasureId)}", "Events under their ids count again from now on.");
            visit.Fault("id", lifted is null ? "This id is not erased." : "The erasure is not through yet.");
            return Refused(visit, id);
        });

    private static DashboardAnswer Refused(Visit visit, string id) => visit.Show<LeadPage>(400, (nameof(LeadPage.Id), id));

    private static string AddressOf(string id) => $"/dashboard/lead?id={Uri.EscapeDataString(id)}";
}
