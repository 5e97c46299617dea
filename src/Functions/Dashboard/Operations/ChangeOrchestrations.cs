using Microsoft.DurableTask.Client;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Dashboard.Operations;
using PersonalizationEngine.Engine.Administration.Auditing;

namespace PersonalizationEngine.Functions.Dashboard.Operations;

/// <summary>Changes an orchestration that is there and fits, and has the audit tell of it.</summary>
public sealed class ChangeOrchestrations(AuditedWork audited)
{
    /// <param name="action">As the audit names it, as in <c>suspended</c>.</param>
    /// <param name="fits">Whether it can be done to one in this state.</param>
    /// <param name="to">Where the browser goes then; null for the orchestration's own page.</param>
    internal async Task<DashboardAnswer> RunAsync(
        DurableTaskClient client, Visit visit, PostedForm form, string action, Func<OrchestrationSight, bool> fits, Func<string, Task> change, string told, string? to = null)
    {
        var found = form["id"] is { Length: > 0 } id ? await OrchestrationList.FindAsync(client, id, visit.Cancelled) : null;
        if (found is null) return visit.Show<OrchestrationPage>(404, (nameof(OrchestrationPage.One), null));
        if (!fits(found))
        {
            visit.Fault("", $"It is {found.Status.ToLowerInvariant()} by now: it cannot be {action} any more.");
            return visit.Show<OrchestrationPage>(409, (nameof(OrchestrationPage.One), found));
        }

        var what = new AuditEntry(default, visit.Name, AuditedKinds.Orchestration, Shortened(found.Id), action) { Before = $$"""{"status":"{{found.Status}}"}""" };
        await audited.RunAsync(
            what,
            async () =>
            {
                await change(found.Id);
                return (true, (string?)null);
            },
            visit.Cancelled);
        return visit.Go(to ?? OrchestrationPage.AddressOf(found.Id), told);
    }

    private static string Shortened(string id) => id.Length <= 300 ? id : id[..300];
}
