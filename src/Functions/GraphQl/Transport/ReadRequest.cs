using Microsoft.AspNetCore.Http;

namespace PersonalizationEngine.Functions.GraphQl.Transport;

/// <summary>A request, or why it is none.</summary>
/// <param name="Status">Of the refusal.</param>
/// <param name="Fault">Null where there is a request.</param>
internal sealed record ReadRequest(GraphQlRequest? Request, int Status, string? Fault)
{
    public static ReadRequest Of(GraphQlRequest request) => new(request, StatusCodes.Status200OK, null);

    public static ReadRequest Refused(int status, string fault) => new(null, status, fault);

    public static ReadRequest Malformed(string fault) => Refused(StatusCodes.Status400BadRequest, fault);
}
