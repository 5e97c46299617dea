using EmbeddedHost.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Tests;

/// <summary>A host in this process, on a free loopback port.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    public const string DefaultKey = "the-default-key";
    public const string MasterKey = "the-master-key";

    private readonly EmbeddedFunctionsHost _host;
    private readonly TextWriter _output;

    private RunningHost(EmbeddedFunctionsHost host, LogLines log, TextWriter output)
    {
        _host = host;
        _output = output;
        Log = log;
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Client = new HttpClient { BaseAddress = new Uri(addresses.Addresses.Single()) };
    }

    public HttpClient Client { get; }

    public LogLines Log { get; }

    /// <summary>What the host told on standard output.</summary>
    public string Output => _output.ToString()!;

    public IServiceProvider Services => _host.Services;

    public static Task<RunningHost> StartAsync(params Type[] types) => StartAsync(new HostOptions { Types = types });

    public static async Task<RunningHost> StartAsync(HostOptions options)
    {
        var log = new LogLines();
        var output = new StringWriter();
        var host = Build(options, log, output);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new RunningHost(host, log, output);
    }

    /// <summary>The message of a start that must be refused.</summary>
    public static async Task<string> RefusalAsync(HostOptions options)
    {
        await using var host = Build(options, new LogLines(), TextWriter.Null);
        var stop = TestContext.Current.CancellationToken;
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => host.StartAsync(stop));
        await host.StopAsync(stop);
        return refusal.Message;
    }

    public static Task<string> RefusalAsync(params Type[] types) => RefusalAsync(new HostOptions { Types = types });

    public Task<string> GetAsync(string path) => Client.GetStringAsync(new Uri(path, UriKind.Relative));

    public Task<HttpResponseMessage> SendAsync(string method, string path, HttpContent? body = null) =>
        Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path) { Content = body });

    public async Task<string> TextAsync(string method, string path, HttpContent? body = null)
    {
        using var response = await SendAsync(method, path, body);
        return await response.Content.ReadAsStringAsync();
    }

    public Task StopAsync() => _host.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        await _host.DisposeAsync();
    }

    private static EmbeddedFunctionsHost Build(HostOptions options, LogLines log, TextWriter output)
    {
        if (options.HostJson is { } json) File.WriteAllText(Path.Combine(options.Folder, "host.json"), json);
        var settings = new Dictionary<string, string>
        {
            ["SERVER_PORT"] = "0",
            ["DATA_DIR"] = Path.Combine(options.Folder, "data"),
            ["HOST_DEFAULT_KEY"] = DefaultKey,
            ["HOST_MASTER_KEY"] = MasterKey,
        };
        foreach (var (name, value) in options.Settings) settings[name] = value;

        string[] arguments = [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")];
        var builder = new FunctionsApplicationBuilder(
            new AppOrigin(arguments, "EmbeddedHost.Tests", options.Types, options.Folder, options.Folder));
        builder.Plan.Output = output;
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders().AddProvider(log);
        options.Configure(builder);
        return builder.BuildHost();
    }
}
