using System.Collections.Concurrent;
using EmbeddedHost.Durable.Hub;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedHost.Tests.Durable;

/// <summary>Starts hosts with orchestrations over one data folder and, where a test moves time, over one clock.</summary>
internal sealed class DurableApp(FakeTimeProvider? clock = null)
{
    public const string HostJson = """{ "extensions": { "http": { "routePrefix": "" } } }""";

    public static readonly DateTimeOffset Start = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    /// <summary>What the functions tell.</summary>
    public ConcurrentQueue<string> Told { get; } = [];

    public string Folder { get; } = TestFolder.New();

    public string Json { get; init; } = HostJson;

    public Task<RunningHost> StartAsync(params Type[] types) => RunningHost.StartAsync(new HostOptions
    {
        Types = types,
        Folder = Folder,
        HostJson = Json,
        Configure = builder =>
        {
            builder.Services.AddSingleton(Told);
            if (clock is not null) builder.Services.AddSingleton<TimeProvider>(clock);
        },
    });

    public static DurableHub HubOf(RunningHost host) => host.Services.GetRequiredService<DurableHub>();

    public static DurableTaskClient ClientOf(RunningHost host) => HubOf(host).Client;

    /// <summary>Lets time pass in steps, and each step's work be done before the next.</summary>
    public async Task PassAsync(RunningHost host, TimeSpan time, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            await HubOf(host).Work.WhenIdle;
            clock!.Advance(step);
        }

        await HubOf(host).Work.WhenIdle;
    }
}
