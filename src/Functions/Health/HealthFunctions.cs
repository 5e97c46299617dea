using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Health;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;

namespace PersonalizationEngine.Functions.Health;

public sealed class HealthFunctions(CheckHealth check)
{
    private static readonly LiveAnswer Alive = new("alive");

    /// <summary>The process runs; nothing else is asked.</summary>
    [Function("CheckLive")]
    [Answers(StatusCodes.Status200OK, typeof(LiveAnswer))]
    public static IResult Live(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/health/live")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new JsonAnswer<LiveAnswer>(Alive, ApiJson.Default.LiveAnswer);
    }

    /// <summary>Everything the engine depends on; 200 while decisions can be served.</summary>
    [Function("CheckReady")]
    [Answers(StatusCodes.Status200OK, typeof(ReadyAnswer))]
    [Answers(StatusCodes.Status503ServiceUnavailable, typeof(ReadyAnswer))]
    public async Task<IResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/v1/health/ready")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var report = await check.RunAsync(cancellationToken);
        var status = report.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return new JsonAnswer<ReadyAnswer>(ReadyAnswer.Of(report), ApiJson.Default.ReadyAnswer, status);
    }
}
