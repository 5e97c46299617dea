using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Alerts;

/// <summary>Asks for decisions for people who come for the first time, until it is over.</summary>
internal sealed class Visitors : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _leaving = new();
    private readonly Task _coming;

    /// <param name="also">What happens besides, at each visit.</param>
    public Visitors(EngineClient client, Func<string, Task>? also = null) => _coming = ComeAsync(client, also);

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _coming;
        _leaving.Dispose();
    }

    private async Task ComeAsync(EngineClient client, Func<string, Task>? also)
    {
        while (!_leaving.IsCancellationRequested)
        {
            var person = Sent.NewId();
            if (also is not null) await also(person);
            await client.PersonalizeAsync(person);
            await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
