using System.Net.Http.Json;
using DurableBehaviour;
using DurableBehaviour.Cases;
using EmbeddedHost.Tests.Processes;

namespace EmbeddedHost.Tests.Durable;

/// <summary>
/// The behaviour app with every case under way: on the embedded host, or where <c>DURABLE_BEHAVIOUR_URL</c> says that it runs.
/// </summary>
public sealed class BehaviourApp : IAsyncLifetime
{
    private const string Setting = "DURABLE_BEHAVIOUR_URL";
    private const string Alone = "LifecycleCases_Purge_ByStatusAndTime_LeavesTheRest";

    private readonly Dictionary<string, Task<Verdict>> _trials = [];
    private HttpClient? _client;
    private AppProcess? _app;

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } address)
        {
            _client = new HttpClient { BaseAddress = new Uri(address) };
        }
        else
        {
            _app = AppProcess.StartApp("DurableBehaviour", TestFolder.New());
            await _app.ListensAsync();
            _client = _app.Client;
        }

        _client.Timeout = TimeSpan.FromMinutes(5);
        foreach (var name in AllCases.ByName.Keys.Where(name => name != Alone)) _trials[name] = TryAsync(name);
        // it forgets what has ended, which others may still look at
        _trials[Alone] = Task.WhenAll(_trials.Values).ContinueWith(_ => TryAsync(Alone), TaskScheduler.Default).Unwrap();
    }

    public Task<Verdict> VerdictAsync(string name) => _trials[name];

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        else _client?.Dispose();
    }

    private async Task<Verdict> TryAsync(string name)
    {
        using var answer = await _client!.PostAsync(new Uri($"behaviour/{name}", UriKind.Relative), content: null);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Verdict>())!;
    }
}
