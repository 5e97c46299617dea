using DurableBehaviour.Recovery;
using EmbeddedHost.Tests.Processes;

namespace EmbeddedHost.Tests.Durable;

/// <summary>Keeps gauntlets running over processes that are killed, and remembers how each ended.</summary>
internal sealed class GauntletDriver
{
    private const int AtOnce = 6;
    private readonly string _folder = TestFolder.New();
    private readonly HashSet<int> _open = [];
    private int _next;

    /// <summary>How each ended that did.</summary>
    public Dictionary<int, string> Ended { get; } = [];

    /// <summary>Lets a process run for a while, then kills it as the system would.</summary>
    /// <param name="isAwaited">False to kill it somewhere in its start.</param>
    public async Task RunAndKillAsync(TimeSpan time, bool isAwaited)
    {
        await using var app = AppProcess.StartApp("DurableBehaviour", _folder);
        if (isAwaited)
        {
            await app.ListensAsync();
            using var end = new CancellationTokenSource(time);
            await DriveAsync(app.Client, () => false, end.Token);
        }
        else
        {
            await Task.Delay(time, TestContext.Current.CancellationToken);
        }

        await app.SignalAsync("KILL");
    }

    /// <summary>Lets what was begun come to its end.</summary>
    public async Task FinishAsync()
    {
        await using var app = AppProcess.StartApp("DurableBehaviour", _folder);
        await app.ListensAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        _next = int.MaxValue;
        await DriveAsync(app.Client, () => _open.Count == 0, patience.Token);
        Assert.Empty(_open);
    }

    /// <summary>Starts, speaks to and looks after the gauntlets until it is enough or the time is over.</summary>
    private async Task DriveAsync(HttpClient client, Func<bool> isEnough, CancellationToken end)
    {
        try
        {
            while (!isEnough() && !end.IsCancellationRequested)
            {
                while (_open.Count < AtOnce && _next < int.MaxValue) _open.Add(_next++);
                foreach (var seed in _open.ToList()) await LookAsync(client, seed, end);
                await Task.Delay(TimeSpan.FromMilliseconds(20), end);
            }
        }
        catch (OperationCanceledException)
        {
            // the time is over
        }
    }

    private async Task LookAsync(HttpClient client, int seed, CancellationToken end)
    {
        var address = new Uri($"gauntlets/{seed}", UriKind.Relative);
        using var answer = await client.GetAsync(address, end);
        if (answer.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            using var begun = await client.PostAsync(address, content: null, end);
            begun.EnsureSuccessStatusCode();
            return;
        }

        var status = await answer.Content.ReadAsStringAsync(end);
        if (status is "Running" or "Pending") return;
        _open.Remove(seed);
        Ended.Add(seed, status);
    }

    public static string Expected(int seed) => $"Completed \"{Gauntlet.Expected(seed)}\" ";
}
