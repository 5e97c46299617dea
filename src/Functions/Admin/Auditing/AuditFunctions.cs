using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Auditing;

/// <summary>Who changed what. It can be read and not changed: there is no other way to it than making a change.</summary>
[QueryParameter("kind", "What was changed: rule, experiment, person, or another kind.", MaxLength = 40, Example = "rule")]
[QueryParameter("id", "Of what was changed.", MaxLength = 300, Example = "7")]
[QueryParameter("by", "The name of the key it was done with.", MaxLength = 100, Example = "anna")]
[QueryParameter("from", "The first instant, ISO 8601 with an offset or unix milliseconds.", MaxLength = 40, Example = "2026-05-14T09:30:00Z")]
[QueryParameter("to", "The first instant that is too late, likewise.", MaxLength = 40, Example = "2026-05-15T09:30:00Z")]
public sealed class AuditFunctions(IAudit audit)
{
    private const string Route = "api/v1/admin/audit";
    private const int DefaultPage = 50, MaxPage = 200;

    /// <summary>Every change of every kind, the latest first, page by page.</summary>
    [Function("ListAudit")]
    [Answers(StatusCodes.Status200OK, typeof(Page<AuditAnswer>))]
    [Paged]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var asked = AuditParameters.Read(query);
        var before = Cursor.Read(query) is > 0 and var cursor ? cursor : long.MaxValue;
        var limit = query.Integer("limit", DefaultPage, 1, MaxPage);
        if (query.HasErrors) return query.Refusal;

        var found = await audit.ListAsync(asked, before, limit + 1, cancellationToken);
        var page = Page<AuditAnswer>.Of(found, limit, one => one.Id, AuditAnswer.Of);
        return new JsonAnswer<Page<AuditAnswer>>(page, ApiJson.Default.PageAuditAnswer);
    }

    /// <summary>All of it as JSON lines, the latest first, for a system that keeps it elsewhere.</summary>
    [Function("ExportAudit")]
    [Answers(StatusCodes.Status200OK, Schema = "AuditLines", MediaType = "application/x-ndjson")]
    public IResult Export([HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route + "/export")] HttpRequest request)
    {
        var query = new QueryReader(request.Query);
        var asked = AuditParameters.Read(query);
        return query.HasErrors ? query.Refusal : new AuditLines(audit, asked);
    }
}
