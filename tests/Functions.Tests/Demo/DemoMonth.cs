using System.Diagnostics;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Demo;

/// <summary>An engine that got the whole demo month through its webhooks, from the program that ./run uses.</summary>
public sealed class DemoMonth : IAsyncLifetime
{
    private readonly DataFolder _folder = new();
    private EngineProcess? _engine;

    public EngineProcess Engine => _engine!;

    public EngineStore Store => new(_folder.Path);

    /// <summary>Of each person what the engine was never told.</summary>
    public IReadOnlyList<TruePerson> People { get; private set; } = [];

    /// <summary>What the sending program wrote.</summary>
    public string Report { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _engine = await EngineProcess.StartAsync(_folder.Path);
        await Engine.Client.BecomeReadyAsync();
        var truth = Path.Combine(_folder.Path, "truth.csv");
        Report = await SendAsync("--url", $"{Engine.Client.Address}", "--truth", truth, "--secret", EngineProcess.Secret, "--master-key", EngineProcess.MasterKey);
        People = [.. (await File.ReadAllLinesAsync(truth)).Skip(1).Select(line => line.Split(',')).Select(cells => new TruePerson(cells[0], cells[1], cells[3] == "true"))];
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null) await _engine.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<string> SendAsync(params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [EngineProcess.PathOf("Feed"), "demo", .. options]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var feed = Process.Start(start)!;
        var said = await Task.WhenAll(feed.StandardOutput.ReadToEndAsync(), feed.StandardError.ReadToEndAsync());
        await feed.WaitForExitAsync();
        Assert.True(feed.ExitCode == 0, string.Concat(said));
        return string.Concat(said);
    }
}

/// <param name="Id">What the engine knows the person by.</param>
public sealed record TruePerson(string Id, string Tribe, bool Converted);
