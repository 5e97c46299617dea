using EmbeddedHost.Durable.Histories;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace EmbeddedHost.Tests.Durable;

public sealed class DurableFaultTests
{
    [Theory]
    [InlineData("Function NoContext: parameter 'input'")]
    [InlineData("Function TwoInputs: parameter 'second'")]
    [InlineData("Function Extra: parameter 'other'")]
    [InlineData("Function NoClient: parameter 'client'")]
    [InlineData("Two functions are named Same")]
    [InlineData("Function TwoTriggers:")]
    public async Task Start_FaultyDurableFunctions_AreAllNamed(string part) =>
        Assert.Contains(part, await RunningHost.RefusalAsync(typeof(Faulty)), StringComparison.Ordinal);

    [Theory]
    [InlineData("maxConcurrentActivityFunctions", "\"many\"")]
    [InlineData("maxConcurrentOrchestratorFunctions", "0")]
    public async Task Start_HostJsonWithAWrongThrottle_IsRefused(string name, string value)
    {
        var refusal = await RunningHost.RefusalAsync(new HostOptions
        {
            Types = [typeof(Sound)],
            HostJson = $$"""{ "extensions": { "durableTask": { "{{name}}": {{value}} } } }""",
        });
        Assert.Contains($"extensions.durableTask.{name} in host.json is", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_FileThatIsNoDatabase_IsRefused()
    {
        var folder = TestFolder.New();
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "data", "durable.db"), new string('x', 4096), TestContext.Current.CancellationToken);
        var refusal = await RunningHost.RefusalAsync(new HostOptions { Types = [typeof(Sound)], Folder = folder });
        Assert.Contains("durable.db cannot be used", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_FolderOfARunningHost_IsRefused()
    {
        var options = new HostOptions { Types = [typeof(Sound)] };
        await using var first = await RunningHost.StartAsync(options);
        Assert.Contains("Another process runs the orchestrations of", await RunningHost.RefusalAsync(options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_File_IsForItsOwnerAlone()
    {
        var options = new HostOptions { Types = [typeof(Sound)] };
        await using var host = await RunningHost.StartAsync(options);
        var path = Path.Combine(options.Folder, "data", "durable.db");
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Start_FileOfANewerHost_IsRefused()
    {
        var options = new HostOptions { Types = [typeof(Sound)] };
        Directory.CreateDirectory(Path.Combine(options.Folder, "data"));
        using (var file = new HistoryFile(Path.Combine(options.Folder, "data", "durable.db")))
        {
            using var connection = file.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains("newer version", await RunningHost.RefusalAsync(options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_NoDurableFunctions_MakesNoFile()
    {
        var folder = TestFolder.New();
        await using var host = await RunningHost.StartAsync(new HostOptions { Types = [], Folder = folder });
        Assert.False(File.Exists(Path.Combine(folder, "data", "durable.db")));
    }

    public static class Sound
    {
        [Function("Sound")]
        public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) => Task.CompletedTask;
    }

    public static class Faulty
    {
        [Function("NoContext")]
        public static Task NoContext([OrchestrationTrigger] string input) => Task.CompletedTask;

        [Function("TwoInputs")]
        public static Task TwoInputs([OrchestrationTrigger] TaskOrchestrationContext context, string first, string second) =>
            Task.CompletedTask;

        [Function("Extra")]
        public static void Extra([ActivityTrigger] string input, string other)
        {
        }

        [Function("NoClient")]
        public static void NoClient([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer, [DurableClient] string client)
        {
        }

        [Function("Same")]
        public static void Same([ActivityTrigger] string input)
        {
        }

        [Function("same")]
        public static void AlsoSame([ActivityTrigger] string input)
        {
        }

        [Function("TwoTriggers")]
        public static void TwoTriggers([ActivityTrigger] string input, [TimerTrigger("0 0 0 1 1 *")] TimerInfo timer)
        {
        }
    }
}
