using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PersonalizationEngine.Functions.GraphQl.Access;

public static class MasterKeyFunction
{
    internal const string Route = "api/v1/admin/key";

    /// <summary>Answers 204 to the master key and does nothing.</summary>
    [Function("CheckMasterKey")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Admin, "get", Route = Route)] HttpRequest request) => Results.NoContent();
}
