using PersonalizationEngine.GorseServer.Answers;

namespace PersonalizationEngine.GorseServer.Routes;

internal static class HealthRoutes
{
    public static void Map(RouteGroupBuilder api, AnswerWriter answers, ServerOptions options)
    {
        var health = options.Ready
            ? new HealthStatus(true, null, null, true, true)
            : new HealthStatus(false, "connection refused", null, false, true);
        api.MapGet("/health/live", () => answers.Json(health));
        api.MapGet("/health/ready", () => answers.Ready(health));
    }
}
