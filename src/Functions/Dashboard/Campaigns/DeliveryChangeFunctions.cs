using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Campaigns.Deliveries;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Delivery.Suppressions;
using PersonalizationEngine.Functions.Admin.DeadLetters;
using PersonalizationEngine.Functions.Dashboard.Access;

namespace PersonalizationEngine.Functions.Dashboard.Campaigns;

public sealed class DeliveryChangeFunctions(DashboardGate gate, SuppressionDesk desk, DeadLetterReplays replays)
{
    private const string Suppressions = "/dashboard/suppressions", DeadLetters = "/dashboard/dead-letters";

    /// <summary>Suppresses an address.</summary>
    [Function("DashboardAddSuppression")]
    public Task<IResult> AddAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/suppressions/add")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Editor, async (visit, form) =>
        {
            var document = new JsonObject { ["channel"] = form["channel"], ["address"] = form["address"] };
            if (form["detail"] is { Length: > 0 } detail) document["detail"] = detail;
            using var sent = JsonDocument.Parse(document.ToJsonString());
            var added = await desk.AddAsync(sent.RootElement, visit.Name, visit.Cancelled);
            if (added.Succeeded) return visit.Go(Suppressions, "The address is suppressed.");
            foreach (var fault in added.Faults) visit.Fault(fault.Field.TrimStart('/'), fault.Message);
            return visit.Show<SuppressionsPage>(400);
        });

    /// <summary>Lifts a suppression.</summary>
    [Function("DashboardRemoveSuppression")]
    public Task<IResult> RemoveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/suppressions/remove")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Editor, async (visit, form) =>
        {
            var address = ChannelAddress.Of(form["channel"] ?? "", form["address"]);
            if (address is { } known && await desk.RemoveAsync(known, visit.Name, null, visit.Cancelled)) return visit.Go(Suppressions, "The suppression is lifted.");
            visit.Fault("", "The address is not suppressed on this channel any more.");
            return visit.Show<SuppressionsPage>(404);
        });

    /// <summary>Tries one dead letter again.</summary>
    [Function("DashboardReplayDeadLetter")]
    public Task<IResult> ReplayAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/dead-letters/replay")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Editor, async (visit, form) =>
        {
            var isNumber = long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id);
            if (isNumber && await replays.OneAsync(form["kind"] ?? "", id, visit.Name, visit.Cancelled) > 0) return visit.Go(DeadLetters, "It is tried again.");
            visit.Fault("", "There is no such dead letter any more.");
            return visit.Show<DeadLettersPage>(404);
        });

    /// <summary>Tries all dead letters since an instant again.</summary>
    [Function("DashboardReplayDeadLetters")]
    public Task<IResult> ReplayAllAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/dead-letters/replay-all")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Editor, ReplayAllAsync);

    private async Task<DashboardAnswer> ReplayAllAsync(Visit visit, PostedForm form)
    {
        if (!DateTimeOffset.TryParse(form["since"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since))
        {
            visit.Fault("since", "must be a date and a time, as in 2026-11-24T08:00");
            return visit.Show<DeadLettersPage>(400);
        }

        var count = await replays.SinceAsync(null, since, visit.Name, visit.Cancelled);
        return visit.Go(DeadLetters, string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "dead letter is" : "dead letters are")} tried again."));
    }
}
