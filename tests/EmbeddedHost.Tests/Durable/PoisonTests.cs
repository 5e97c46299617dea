using EmbeddedHost.Durable.Histories;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedHost.Tests.Durable;

public sealed class PoisonTests
{
    private readonly DurableApp _app = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Input_ThatCannotBeRead_FailsTheInstanceAlone()
    {
        await using var host = await _app.StartAsync(typeof(Functions));
        var client = DurableApp.ClientOf(host);
        var bad = await client.ScheduleNewOrchestrationInstanceAsync("Takes", "no number", Stop);
        var good = await client.ScheduleNewOrchestrationInstanceAsync("Takes", (object)1, Stop);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await client.WaitForInstanceCompletionAsync(bad, Stop)).RuntimeStatus);
        await client.RaiseEventAsync(good, "number", 2, Stop);
        Assert.Equal(3, (await client.WaitForInstanceCompletionAsync(good, true, Stop)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Event_ThatCannotBeRead_FailsTheInstanceAlone()
    {
        await using var host = await _app.StartAsync(typeof(Functions));
        var client = DurableApp.ClientOf(host);
        var id = await client.ScheduleNewOrchestrationInstanceAsync("Takes", (object)1, Stop);
        await client.RaiseEventAsync(id, "number", "no number", Stop);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await client.WaitForInstanceCompletionAsync(id, Stop)).RuntimeStatus);
    }

    [Fact]
    public async Task History_ThatCannotBeRead_FailsTheInstanceAlone()
    {
        await using (var host = await _app.StartAsync(typeof(Functions)))
        {
            foreach (var id in (string[])["spoilt", "sound"])
            {
                await DurableApp.ClientOf(host).ScheduleNewOrchestrationInstanceAsync(
                    "Takes", 1, new StartOrchestrationOptions(id), Stop);
            }

            await DurableApp.HubOf(host).Work.WhenIdle;
        }

        Spoil();
        await using var later = await _app.StartAsync(typeof(Functions));
        var client = DurableApp.ClientOf(later);
        foreach (var id in (string[])["spoilt", "sound"]) await client.RaiseEventAsync(id, "number", 2, Stop);
        Assert.Equal(3, (await client.WaitForInstanceCompletionAsync("sound", true, Stop)).ReadOutputAs<int>());
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await client.WaitForInstanceCompletionAsync("spoilt", Stop)).RuntimeStatus);
    }

    [Fact]
    public async Task Activity_ResultThatCannotBeWritten_FailsTheActivity()
    {
        await using var host = await _app.StartAsync(typeof(Functions));
        var client = DurableApp.ClientOf(host);
        var id = await client.ScheduleNewOrchestrationInstanceAsync("CallsCircle", Stop);
        var end = await client.WaitForInstanceCompletionAsync(id, true, Stop);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("JsonException", end.FailureDetails!.InnerFailure!.ErrorType, StringComparison.Ordinal);
    }

    /// <summary>Puts a line into the history that no version of the host writes.</summary>
    private void Spoil()
    {
        using var file = new HistoryFile(Path.Combine(_app.Folder, "data", "durable.db"));
        using var connection = file.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO history SELECT run, 99, 'x', 'y', NULL, NULL, NULL, 0 FROM instances WHERE id = 'spoilt'";
        command.ExecuteNonQuery();
    }

    public static class Functions
    {
        [Function("Takes")]
        public static async Task<int> Takes([OrchestrationTrigger] TaskOrchestrationContext context, int number) =>
            number + await context.WaitForExternalEvent<int>("number");

        [Function("CallsCircle")]
        public static Task CallsCircle([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CallActivityAsync<object>("Circle");

        [Function("Circle")]
        public static object Circle([ActivityTrigger] object? nothing)
        {
            var circle = new List<object>();
            circle.Add(circle);
            return circle;
        }
    }
}
