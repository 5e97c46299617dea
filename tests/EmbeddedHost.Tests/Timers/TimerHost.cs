using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EmbeddedHost.Tests.Timers;

/// <summary>Starts hosts with timer functions over one clock and one data folder.</summary>
internal sealed class TimerHost
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 10, 0, 30, TimeSpan.Zero);

    private readonly string _folder = TestFolder.New();

    public FakeTimeProvider Clock { get; } = new(Start);

    /// <summary>What the timer functions were given, by the clock's time of each run.</summary>
    public Runs Runs { get; } = new();

    public string StatusFile => Path.Combine(_folder, "data", "timers.json");

    public Task<RunningHost> StartAsync(Type type, params (string Name, string Value)[] settings) =>
        RunningHost.StartAsync(new HostOptions
        {
            Types = [type],
            Folder = _folder,
            Settings = settings.ToDictionary(setting => setting.Name, setting => setting.Value),
            Configure = builder => builder.Services
                .AddSingleton<TimeProvider>(Clock).AddSingleton(Runs).AddSingleton(Clock),
        });

    /// <summary>Lets time pass and waits until so many runs have been begun in all.</summary>
    public async Task AdvanceAsync(TimeSpan time, int runs)
    {
        Clock.Advance(time);
        await Eventually.TrueAsync(() => Runs.All.Count == runs);
    }
}
