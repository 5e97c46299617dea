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

/// <summary>What the form of an endpoint posts.</summary>
public sealed class EndpointEditFunctions(DashboardGate gate, FindEndpoint find, EndpointDesk desk, AuditedEndpoints changes)
{
    private const string Route = "dashboard/operations/endpoints";

    /// <summary>Adds one. Its secret is shown in the answer and in no other: no address and no cookie carries it.</summary>
    [Function("DashboardAddEndpoint")]
    public Task<IResult> AddAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/new")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Editor, async (visit, form) =>
        {
            if (await ReadAsync(visit, form) is not { } definition) return Again(visit, form, null);
            var added = await changes.AddAsync(definition, visit.Name, visit.Cancelled);
            return visit.Show<EndpointPage>(200, (nameof(EndpointPage.Id), added.Id), (nameof(EndpointPage.Secret), added.Secret));
        });

    /// <summary>Changes one that is there.</summary>
    [Function("DashboardChangeEndpoint")]
    public Task<IResult> ChangeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/{id:long}/edit")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => find.AnswerAsync(visit, IdOf(id), async present =>
        {
            if (await ReadAsync(visit, form) is not { } definition) return Again(visit, form, present.Id);
            return await changes.ReplaceAsync(present, definition, visit.Name, visit.Cancelled) is null
                ? null
                : visit.Go(string.Create(CultureInfo.InvariantCulture, $"/{Route}/{present.Id}"), "The endpoint is saved.");
        }));

    private async Task<EndpointDefinition?> ReadAsync(Visit visit, PostedForm form)
    {
        var parsed = await desk.ReadAsync(EndpointForm.Read(form).Write(), visit.Cancelled);
        foreach (var fault in parsed.Faults) visit.Fault(fault.Field, fault.Message);
        return parsed.Value;
    }

    private static DashboardAnswer Again(Visit visit, PostedForm form, long? id) =>
        visit.Show<EndpointEditorPage>(400, (nameof(EndpointEditorPage.Id), id), (nameof(EndpointEditorPage.Form), EndpointForm.Read(form)));
}
