using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Dashboard.Operations.Keys;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Functions.Dashboard.Access;

namespace PersonalizationEngine.Functions.Dashboard.Operations;

/// <summary>Personal keys.</summary>
public sealed class KeyPages(DashboardGate gate, AccessKeyDesk desk)
{
    private const string Route = "dashboard/operations/keys";

    /// <summary>Who has one.</summary>
    [Function("DashboardKeys")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) => gate.ShowAsync<KeysPage>(request);

    /// <summary>Makes one. It is shown in the answer and in no other: no address and no cookie carries it.</summary>
    [Function("DashboardMakeKey")]
    public Task<IResult> MakeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/add")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Admin, async (visit, form) =>
        {
            var made = await desk.MakeAsync(form["name"] ?? "", form["role"], visit.Name, visit.Cancelled);
            if (made is not { Field: { } field, Fault: { } fault }) return visit.Show<KeysPage>(200, (nameof(KeysPage.Made), made));
            visit.Fault(field, fault);
            return visit.Show<KeysPage>(400);
        });

    /// <summary>Takes one away from whoever has it.</summary>
    [Function("DashboardRevokeKey")]
    public Task<IResult> RevokeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{id:long}/revoke")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Admin, async (visit, _) => await desk.RevokeAsync(NumberOf(id), visit.Name, visit.Cancelled) is { } key
            ? visit.Go("/dashboard/operations/keys", $"The key of {key.Name} is revoked.")
            : NotThere(visit));

    /// <summary>The route lets numbers through, and none has the number 0.</summary>
    private static long NumberOf(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static DashboardAnswer NotThere(Visit visit)
    {
        visit.Fault("", "No key that holds has this number; perhaps somebody else has revoked it.");
        return visit.Show<KeysPage>(404);
    }
}
