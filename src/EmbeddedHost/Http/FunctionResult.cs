using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace EmbeddedHost.Http;

/// <summary>What an HTTP function returned, as its response.</summary>
internal static class FunctionResult
{
    /// <summary>Only results count: any other value is 200 with an empty body, or what the function itself has written.</summary>
    public static Task WriteAsync(object? result, HttpContext http) => result switch
    {
        IResult value => value.ExecuteAsync(http),
        IActionResult value => value.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        _ => Task.CompletedTask,
    };
}
