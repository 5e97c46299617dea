using EmbeddedHost.Invocations;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextExtensions
{
    /// <summary>The request and response of an HTTP function; null for every other function.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context) => (context as HttpInvocation)?.Http;
}
