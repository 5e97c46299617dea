using EmbeddedHost.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EmbeddedHost.Http;

/// <summary>
/// <c>GET /metrics</c> for Prometheus, unless a function claims that path. It shows the meters that the app has asked
/// OpenTelemetry to listen to; which they are the host does not know.
/// </summary>
internal sealed class MetricsPage
{
    private const string Path = "/metrics";

    private readonly KeyGate _gate;
    private readonly RequestDelegate _scrape;

    private MetricsPage(KeyGate gate, RequestDelegate scrape) => (_gate, _scrape) = (gate, scrape);

    public static MetricsPage In(WebApplication app, KeyRing keys) => new(
        new KeyGate([keys.Default, keys.Master]),
        ((IApplicationBuilder)app).New().UseOpenTelemetryPrometheusScrapingEndpoint(_ => true).Build());

    public static bool IsAskedFor(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path.Equals(Path, StringComparison.OrdinalIgnoreCase);

    public Task AnswerAsync(HttpContext http) => _gate.Admits(http.Request) ? _scrape(http) : HostProblem.UnauthorizedAsync(http);
}
