using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.History;

public sealed class AuditFunction(IDefinitionHistory history)
{
    private const int DefaultPage = 50, MaxPage = 200;

    /// <summary>Every change of every definition, the latest first.</summary>
    [Function("ListAudit")]
    [Answers(StatusCodes.Status200OK, typeof(Page<AuditAnswer>))]
    [Paged]
    [QueryParameter("kind", "Only of this kind of definition.", MaxLength = 40, Example = "rule")]
    [QueryParameter("id", "Only of the definition of this id.", Type = typeof(long), Minimum = 1)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/v1/admin/audit")] HttpRequest request, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var kind = query.Text("kind", 40);
        var id = query.Text("id", 20) is { } text ? query.Number("id", text) : (long?)null;
        var before = Cursor.Read(query) is > 0 and var cursor ? cursor : long.MaxValue;
        var limit = query.Integer("limit", DefaultPage, 1, MaxPage);
        if (query.HasErrors) return query.Refusal;

        var found = await history.ChangesAsync(kind is null ? null : DefinitionKinds.Of(kind), id, before, limit + 1, cancellationToken);
        var page = Page<AuditAnswer>.Of(found, limit, one => one.Change.Id, AuditAnswer.Of);
        return new JsonAnswer<Page<AuditAnswer>>(page, ApiJson.Default.PageAuditAnswer);
    }
}
