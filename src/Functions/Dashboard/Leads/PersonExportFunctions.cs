using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Dashboard.Leads;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Admin.People;
using PersonalizationEngine.Functions.Dashboard.Access;

namespace PersonalizationEngine.Functions.Dashboard.Leads;

/// <summary>The same document as the API's export, as a file.</summary>
public sealed class PersonExportFunctions(DashboardGate gate, IPersonalData data, IEnumerable<IPersonalPlace> places, IAudit audit, TimeProvider time)
{
    private readonly IPersonalPlace[] _places = [.. places];

    /// <summary>Everything held of a person.</summary>
    [Function("DashboardExportPerson")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/lead/export")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        PersonExport? export = null;
        var answer = await gate.ChangeAsync(request, AccessRole.Admin, async (visit, form) =>
        {
            var id = form.Raw("id") ?? "";
            if (!PersonId.IsValid(id) || await data.FindAsync(id, visit.Cancelled) is not { } person)
                return visit.Show<LeadPage>(404, (nameof(LeadPage.Id), id));
            // Before anything goes out; what went out is not kept a second time.
            await audit.WriteAsync(new AuditEntry(time.GetUtcNow(), visit.Name, AuditedKinds.Person, id, "person.exported"), visit.Cancelled);
            export = new PersonExport(person, await data.SectionsAsync(visit.Cancelled), data, _places, time.GetUtcNow());
            return visit.Go("/dashboard/leads");
        });
        if (export is null) return answer;
        request.HttpContext.Response.Headers.ContentDisposition = "attachment; filename=\"person.json\"";
        return export;
    }
}
