using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Dashboard.Operations.Endpoints;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Delivery.Endpoints;
using PersonalizationEngine.Functions.Admin.Endpoints;
using PersonalizationEngine.Functions.Dashboard.Access;
using static PersonalizationEngine.Functions.Dashboard.Rules.PathIds;

namespace PersonalizationEngine.Functions.Dashboard.Operations.Endpoints;

/// <summary>What the buttons on the page of an endpoint do.</summary>
public sealed class EndpointChangeFunctions(DashboardGate gate, FindEndpoint find, EndpointDesk desk, AuditedEndpoints changes)
{
    private const string List = "/dashboard/operations/endpoints", RouteOfOne = "dashboard/operations/endpoints/{id:long}";

    /// <summary>Sends a message that says nothing, and tells what came of it.</summary>
    [Function("DashboardTestEndpoint")]
    public Task<IResult> TestAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/test")] HttpRequest request, string id) =>
        OfOneAsync(request, id, async (visit, _, present) =>
            await desk.TestAsync(present.Id, visit.Cancelled) is { } attempt ? visit.Go(AddressOf(present), EndpointWords.Of(attempt)) : null);

    /// <summary>Nothing more is sent to it.</summary>
    [Function("DashboardTurnEndpointOff")]
    public Task<IResult> TurnOffAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/off")] HttpRequest request, string id) =>
        OfOneAsync(request, id, (visit, _, present) => TurnAsync(visit, present, isOn: false, "It is off: nothing more is sent to it."));

    /// <summary>Gives it a new chance.</summary>
    [Function("DashboardTurnEndpointOn")]
    public Task<IResult> TurnOnAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/on")] HttpRequest request, string id) =>
        OfOneAsync(request, id, (visit, _, present) => TurnAsync(visit, present, isOn: true, "It is on."));

    /// <summary>Gives it a new secret, which is shown in the answer and in no other.</summary>
    [Function("DashboardRotateEndpointSecret")]
    public Task<IResult> RotateAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/rotate")] HttpRequest request, string id) =>
        OfOneAsync(request, id, async (visit, _, present) => await changes.RotateAsync(present, visit.Name, visit.Cancelled) is { } rotated
            ? visit.Show<EndpointPage>(200, (nameof(EndpointPage.Id), rotated.Id), (nameof(EndpointPage.Secret), rotated.Secret))
            : null);

    /// <summary>Removes it with its messages.</summary>
    [Function("DashboardRemoveEndpoint")]
    public Task<IResult> RemoveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/remove")] HttpRequest request, string id) =>
        OfOneAsync(request, id, async (visit, _, present) =>
            await changes.RemoveAsync(present, visit.Name, visit.Cancelled) ? visit.Go(List, "The endpoint is removed with its messages.") : null);

    /// <summary>Sends one message again, or those since an instant.</summary>
    [Function("DashboardReplayEndpointMessages")]
    public Task<IResult> ReplayAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/replay")] HttpRequest request, string id) =>
        OfOneAsync(request, id, async (visit, form, present) =>
        {
            if (Choice(visit, form, present.Id) is not { } choice) return visit.Show<EndpointPage>(400, (nameof(EndpointPage.Id), present.Id));
            var count = await changes.ReplayAsync(present.Id, choice, visit.Name, visit.Cancelled);
            if (count > 0 || choice.Id is null)
                return visit.Go(AddressOf(present), string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "message is" : "messages are")} sent again."));
            visit.Fault("", "There is no such message any more that is not waiting already.");
            return visit.Show<EndpointPage>(404, (nameof(EndpointPage.Id), present.Id));
        });

    private Task<IResult> OfOneAsync(HttpRequest request, string id, Func<Visit, PostedForm, CustomerEndpoint, Task<DashboardAnswer?>> change) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => find.AnswerAsync(visit, IdOf(id), present => change(visit, form, present)));

    private async Task<DashboardAnswer?> TurnAsync(Visit visit, CustomerEndpoint present, bool isOn, string notice) =>
        await changes.ReplaceAsync(present, present.Definition with { IsEnabled = isOn }, visit.Name, visit.Cancelled) is null
            ? null
            : visit.Go(AddressOf(present), notice);

    private static ReplayChoice? Choice(Visit visit, PostedForm form, long endpoint)
    {
        if (long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var message)) return new ReplayChoice(endpoint, message, null, OnlyDead: false);
        if (DateTimeOffset.TryParse(form["since"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since))
            return new ReplayChoice(endpoint, null, since, OnlyDead: !form.Has("all"));
        visit.Fault("since", "must be a date and a time, as in 2026-11-24T08:00");
        return null;
    }

    private static string AddressOf(CustomerEndpoint endpoint) => string.Create(CultureInfo.InvariantCulture, $"{List}/{endpoint.Id}");
}
