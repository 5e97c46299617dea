using EmbeddedHost.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EmbeddedHost.Http;

/// <summary>The HTTP side of the host: ASP.NET Core's routing in front, the functions behind it.</summary>
internal static class HttpFunctions
{
    public static void Map(
        WebApplication app, IEnumerable<(HttpRoute Route, HttpFunction Function)> functions, Action<CorsPolicyBuilder>? cors,
        bool hasHomePage, MetricsPage? metrics)
    {
        var endpoints = functions.Select(one => EndpointOf(one.Route, one.Function));
        ((IEndpointRouteBuilder)app).DataSources.Add(new DefaultEndpointDataSource(endpoints));
        if (cors is not null) app.UseCors(cors);
        app.Run(http => Dispatch(http, hasHomePage, metrics));
    }

    /// <remarks>
    /// For a known path and a wrong method routing gives an endpoint of its own that answers 405. Every function is a
    /// <see cref="RouteEndpoint"/> and that one is not: here, as on Azure, it is 404.
    /// </remarks>
    private static Task Dispatch(HttpContext http, bool hasHomePage, MetricsPage? metrics)
    {
        if (http.GetEndpoint() is RouteEndpoint { RequestDelegate: { } answer }) return answer(http);
        if (hasHomePage && HomePage.IsAskedFor(http.Request)) return HomePage.WriteAsync(http);
        if (metrics is not null && MetricsPage.IsAskedFor(http.Request)) return metrics.AnswerAsync(http);
        return HostProblem.NotFoundAsync(http);
    }

    private static Endpoint EndpointOf(HttpRoute route, HttpFunction function)
    {
        var endpoint = new RouteEndpointBuilder(function.AnswerAsync, route.Pattern, order: 0)
        {
            DisplayName = route.Function.Name,
        };
        if (route.Methods.Count > 0) endpoint.Metadata.Add(new HttpMethodMetadata(route.Methods));
        return endpoint.Build();
    }
}
