using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Dashboard.Recommendations;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Functions.Dashboard.Access;

namespace PersonalizationEngine.Functions.Dashboard.Recommendations;

/// <summary>The catalogue.</summary>
public sealed class ItemPageFunctions(DashboardGate gate, HideItem hide)
{
    /// <summary>Items by what their id or title begins with.</summary>
    [Function("DashboardItems")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/items")] HttpRequest request) => gate.ShowAsync<ItemsPage>(request);

    /// <summary>One item and how it does.</summary>
    [Function("DashboardItem")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/item")] HttpRequest request) =>
        gate.AnswerAsync(request, AccessRole.Viewer, visit => Task.FromResult(visit.Show<ItemPage>(200, (nameof(ItemPage.Id), visit.Query("id")))));

    /// <summary>Takes it out of all recommendations.</summary>
    [Function("DashboardHideItem")]
    public Task<IResult> HideAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/item/hide")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => ChangeAsync(visit, form, true, "It is hidden: nobody is recommended it any more."));

    /// <summary>Lets it be recommended again.</summary>
    [Function("DashboardShowItem")]
    public Task<IResult> UnhideAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/item/show")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => ChangeAsync(visit, form, false, "It may be recommended again."));

    private async Task<DashboardAnswer> ChangeAsync(Visit visit, PostedForm form, bool hidden, string told)
    {
        var id = form.Raw("id");
        return id is { Length: > 0 } && await hide.RunAsync(id, hidden, visit.Name, visit.Cancelled)
            ? visit.Go(ItemPage.AddressOf(id), told)
            : visit.Show<ItemPage>(404, (nameof(ItemPage.Id), id));
    }
}
