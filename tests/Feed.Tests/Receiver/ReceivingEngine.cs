using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Feed.Tests.Receiver;

/// <summary>Takes events as docs/events.md has it: checks who sends, counts each id once, answers event by event.</summary>
public sealed class ReceivingEngine : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    public const string Token = "a-token-of-more-than-16-characters";
    public const string FunctionKey = "host-key";

    private readonly WebApplication _application;
    private int _requests;
    private int _arrivals;

    private ReceivingEngine(WebApplication application) => _application = application;

    /// <summary>Every event that counted, by its id.</summary>
    public ConcurrentDictionary<string, StoredEvent> Stored { get; } = new();

    public ConcurrentQueue<ReceivedRequest> Requests { get; } = new();

    /// <summary>What goes wrong with a request, by its number from 1.</summary>
    public Func<int, Disturbance?> Disturb { get; set; } = _ => null;

    /// <summary>Field and reason for each event to refuse.</summary>
    public Func<JsonElement, (string Field, string Reason)?> Refuse { get; set; } = _ => null;

    public Uri Url => new(_application.Urls.Single());

    public IEnumerable<JsonElement> StoredAt(string path) =>
        Stored.Values.Where(stored => stored.Path == path).OrderBy(stored => stored.Order).Select(stored => stored.Json);

    /// <returns>Whether the id is new.</returns>
    internal bool Store(string id, string path, JsonElement json) =>
        Stored.TryAdd(id, new StoredEvent(path, json, Interlocked.Increment(ref _arrivals)));

    public static async Task<ReceivingEngine> StartAsync(Action<WebApplication>? more = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var engine = new ReceivingEngine(application);
        foreach (var path in (string[])["/webhook/cdp", "/webhook/rybbit", "/api/v1/events"])
            application.MapPost(path, engine.ReceiveAsync);
        more?.Invoke(application);
        await application.StartAsync();
        return engine;
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var number = Interlocked.Increment(ref _requests);
        var disturbance = Disturb(number);
        Requests.Enqueue(new ReceivedRequest(context.Request, body.ToArray()));
        if (disturbance is { StoresFirst: false }) await disturbance.ApplyAsync(context);
        else if (!Proof.Holds(context.Request, body.ToArray())) context.Response.StatusCode = 401;
        else await AnswerAsync(context, body.ToArray(), disturbance);
    }

    private async Task AnswerAsync(HttpContext context, byte[] body, Disturbance? disturbance)
    {
        var answer = Intake.Take(this, context.Request, body);
        if (disturbance is not null)
        {
            await disturbance.ApplyAsync(context);
            return;
        }

        context.Response.StatusCode = answer.Status;
        await context.Response.WriteAsJsonAsync(answer.Body);
    }
}
