using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Tests.Invocations;

public sealed class ContextLoggerTests
{
    [Fact]
    public async Task GetLogger_OfTypeOrCategory_FollowsTheLevelsOfLogging()
    {
        await using var host = await RunningHost.StartAsync(new HostOptions
        {
            Types = [typeof(Functions)],
            Settings = new Dictionary<string, string>
            {
                ["LOG_LEVEL"] = "Warning",
                [$"Logging:LogLevel:{typeof(ContextLoggerTests).FullName}"] = "Information",
            },
        });
        await host.GetAsync("logs");

        Assert.True(host.Log.Tell("Information: by type"));
        Assert.True(host.Log.Tell("Warning: by category"));
        Assert.False(host.Log.Tell("unheard"));
    }

    public static class Functions
    {
        [Function("logs")]
        public static void Logs([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request, FunctionContext context)
        {
            context.GetLogger<ContextLoggerTests>().LogInformation("by type");
            context.GetLogger("Category").LogWarning("by category");
            context.GetLogger("Category").LogInformation("unheard");
        }
    }
}
