using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Durability;

/// <summary>
/// Sends one person's page views as fast as they are acknowledged, singly and in batches, now from their device and now logged
/// in. A request that broke is sent again with the same ids, as senders of webhooks do.
/// </summary>
internal sealed class Sender(Func<EngineClient> engine, string name, int seed)
{
    private readonly Random _random = new(seed);
    private int _made;

    public string User => $"user-{name}";

    public string Device => $"device-{name}";

    public List<IReadOnlyList<string>> Acknowledged { get; } = [];

    /// <summary>Sent, but not answered: on disk as a whole or not at all.</summary>
    public IReadOnlyList<JsonObject>? InDoubt { get; private set; }

    public int Broken { get; private set; }

    /// <param name="tries">What broke is tried again, or left in doubt.</param>
    /// <param name="stop">Ends the sending after the request under way.</param>
    public async Task RunAsync(bool tries, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested || (tries && InDoubt is not null))
        {
            InDoubt ??= NextRequest();
            if (await TrySendAsync(InDoubt))
            {
                Acknowledged.Add([.. InDoubt.Select(IdOf)]);
                InDoubt = null;
                continue;
            }

            Broken++;
            if (!tries) return;
            await Task.Delay(20, CancellationToken.None);
        }
    }

    public static string IdOf(JsonObject sent) => (string)sent["event_id"]!;

    private async Task<bool> TrySendAsync(IReadOnlyList<JsonObject> events)
    {
        try
        {
            var body = events.Count == 1 ? events[0].ToJsonString() : new JsonArray([.. events.Select(sent => sent.DeepClone())]).ToJsonString();
            var answer = await engine().SendEventsAsync("rybbit", body);
            Assert.True(answer.Status == 200 && (int)answer.Json["refused"]! == 0, answer.Body);
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            return false;
        }
    }

    private List<JsonObject> NextRequest() => [.. Enumerable.Range(0, _random.Next(2) == 0 ? 1 : _random.Next(2, 60)).Select(_ => NextEvent())];

    private JsonObject NextEvent()
    {
        var isLogin = _random.Next(10) == 0;
        var sent = Sent.Rybbit(User, "pageview", 60, "s", ("pathname", "/"), ("event_id", $"{name}-{++_made}"), ("anonymous_id", Device));
        if (!isLogin && _made > 1) sent.Remove("user_id");
        return sent;
    }
}
