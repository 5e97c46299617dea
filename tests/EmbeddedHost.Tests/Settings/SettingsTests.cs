using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Tests.Settings;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("SERVER_PORT", "65536", "SERVER_PORT is '65536'")]
    [InlineData("SERVER_PORT", "-1", "SERVER_PORT is '-1'")]
    [InlineData("SERVER_PORT", "http", "SERVER_PORT is 'http'")]
    [InlineData("SERVER_HOST", "my.host", "SERVER_HOST is 'my.host'")]
    [InlineData("SERVER_HOST", "192.0.2.1", "SERVER_HOST 192.0.2.1")]
    [InlineData("LOG_LEVEL", "loud", "LOG_LEVEL is 'loud'")]
    public async Task Start_WrongSetting_IsRefusedInOneLine(string name, string value, string part)
    {
        var message = await RunningHost.RefusalAsync(With((name, value)));
        Assert.Contains(part, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public async Task Start_SeveralWrongSettings_TellsAll()
    {
        var message = await RunningHost.RefusalAsync(With(("SERVER_PORT", "x"), ("LOG_LEVEL", "x")));
        Assert.Equal(2, message.Split(Environment.NewLine).Length);
    }

    [Fact]
    public async Task Start_DataFolderThatCannotBeWritten_IsRefused()
    {
        var file = Path.Combine(TestFolder.New(), "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var message = await RunningHost.RefusalAsync(With(("DATA_DIR", Path.Combine(file, "data"))));
        Assert.StartsWith($"DATA_DIR '{file}", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_PortTaken_IsRefused()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        Assert.StartsWith($"Port {port} of 127.0.0.1 is taken",
            await RunningHost.RefusalAsync(With(("SERVER_PORT", $"{port}"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("host.json")]
    [InlineData("local.settings.json")]
    public async Task Start_FileThatIsNotJson_IsRefused(string file)
    {
        var options = With() with { HostJson = null };
        await WriteAsync(options, file, "{ oops");
        Assert.Contains($"{file} is not JSON.", await RunningHost.RefusalAsync(options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_FreePort_TellsTheRealAddress()
    {
        await using var host = await RunningHost.StartAsync();
        Assert.Equal($"Listening on {host.Client.BaseAddress!.OriginalString}", host.Output.Trim());
        Assert.NotEqual(0, host.Client.BaseAddress.Port);
    }

    [Theory]
    [InlineData(null, LogLevel.Warning)]
    [InlineData("Debug", LogLevel.Debug)]
    [InlineData("error", LogLevel.Error)]
    public async Task Start_LogLevel_CountsForEveryCategoryButMicrosofts(string? level, LogLevel lowest)
    {
        await using var host = await RunningHost.StartAsync(level is null ? With() : With(("LOG_LEVEL", level)));
        var loggers = host.Services.GetRequiredService<ILoggerFactory>();
        Assert.True(loggers.CreateLogger("Any.Category").IsEnabled(lowest));
        Assert.False(loggers.CreateLogger("Any.Category").IsEnabled(lowest - 1));
        Assert.False(loggers.CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").IsEnabled(LogLevel.Critical));
        Assert.False(loggers.CreateLogger("Microsoft.AspNetCore.Server.Kestrel").IsEnabled(LogLevel.Information));
    }

    [Fact]
    public async Task Start_LevelOfOneCategory_IsThatOfLogging()
    {
        await using var host = await RunningHost.StartAsync(With(("Logging:LogLevel:Some.Category", "Trace")));
        var loggers = host.Services.GetRequiredService<ILoggerFactory>();
        Assert.True(loggers.CreateLogger("Some.Category.Below").IsEnabled(LogLevel.Trace));
        Assert.False(loggers.CreateLogger("Other").IsEnabled(LogLevel.Information));
    }

    [Fact]
    public async Task Configuration_Sources_StandAboveEachOther()
    {
        var name = $"TEST_{Guid.CreateVersion7():N}";
        Environment.SetEnvironmentVariable($"{name}__InEnvironment", "environment");
        Environment.SetEnvironmentVariable($"{name}__InArguments", "environment");
        var options = With(($"{name}:InArguments", "arguments"));
        var app = $$"""{ "InAppSettings": "app", "InLocalSettings": "app" }""";
        await WriteAsync(options, "appsettings.json", $$"""{ "{{name}}": {{app}} }""");
        var keys = ((string[])["InLocalSettings", "InEnvironment", "InArguments"]).Select(key => $"\"{name}__{key}\": \"local\"");
        await WriteAsync(options, "local.settings.json", $$"""{ "Values": { {{string.Join(", ", keys)}} } }""");

        await using var host = await RunningHost.StartAsync(options);
        var settings = host.Services.GetRequiredService<IConfiguration>().GetSection(name);

        Assert.Equal("app", settings["InAppSettings"]);
        Assert.Equal("local", settings["InLocalSettings"]);
        Assert.Equal("environment", settings["InEnvironment"]);
        Assert.Equal("arguments", settings["InArguments"]);
    }

    [Fact]
    public async Task Start_LocalHttpPort_IsUsedWhereServerPortIsNotSet()
    {
        var options = With(("SERVER_PORT", ""));
        await WriteAsync(options, "local.settings.json", """{ "Host": { "LocalHttpPort": 70000 } }""");
        var message = await RunningHost.RefusalAsync(options);
        Assert.StartsWith("Host.LocalHttpPort in local.settings.json is '70000'", message, StringComparison.Ordinal);
    }

    private static Task WriteAsync(HostOptions options, string file, string json) =>
        File.WriteAllTextAsync(Path.Combine(options.Folder, file), json);

    private static HostOptions With(params (string Name, string Value)[] settings) => new()
    {
        Types = [],
        Settings = settings.ToDictionary(setting => setting.Name, setting => setting.Value),
    };
}
