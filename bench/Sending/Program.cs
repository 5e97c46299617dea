using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Adapters.Webhooks;
using PersonalizationEngine.Engine.Delivery.Providers;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Delivery.Signing;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Sending;

if (args is ["provider", var listen, var milliseconds])
{
    await Provider.RunAsync(listen, int.Parse(milliseconds, CultureInfo.InvariantCulture));
    return;
}

const int Messages = 20_000, Runs = 3;
Console.WriteLine("| provider answers after | at a time | messages a second | processor time of the sender for one | allocated for one |");
Console.WriteLine("|---|---|---|---|---|");
var port = 18_200;
foreach (var (pause, concurrency) in new[] { (0, 1), (0, 16), (0, 100), (50, 100), (200, 400) })
{
    var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{++port}/");
    using var provider = Process.Start(Environment.ProcessPath!, Arguments(["provider", url, pause.ToString(CultureInfo.InvariantCulture)]))!;
    try
    {
        await MeasureAsync(new Uri(url), pause, concurrency);
    }
    finally
    {
        provider.Kill();
    }
}

static string[] Arguments(string[] own) =>
    Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [typeof(Provider).Assembly.Location, .. own] : own;

static async Task MeasureAsync(Uri url, int pause, int concurrency)
{
    var options = ChannelOptions.Default with { Concurrency = concurrency };
    await using var services = new ServiceCollection()
        .AddLogging(logging => logging.ClearProviders())
        .AddSingleton(TimeProvider.System).AddSingleton(options).AddSingleton<OutsideSystems>().AddSingleton<IMessageSender, SendByProviders>()
        .AddWebhookPosts(options)
        .AddWebhookProviders("email_webhook", "email", [url], WebhookSigner.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!)
        .BuildServiceProvider();
    var sender = services.GetRequiredService<IMessageSender>();
    while ((await sender.SendAsync(Message(0), default)).Answer is not ProviderAnswer.Accepted) await Task.Delay(100);

    var (best, cost, allocated) = (0.0, double.MaxValue, double.MaxValue);
    for (var run = 0; run < Runs; run++)
    {
        var messages = pause == 0 && concurrency == 1 ? Messages / 4 : Messages;
        var (before, bytes, clock) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
        await Parallel.ForAsync(
            0, messages, new ParallelOptions { MaxDegreeOfParallelism = concurrency },
            async (n, token) =>
            {
                if ((await sender.SendAsync(Message(n), token)).Answer is not ProviderAnswer.Accepted) throw new InvalidOperationException("not accepted");
            });
        best = Math.Max(best, messages / clock.Elapsed.TotalSeconds);
        cost = Math.Min(cost, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / messages);
        allocated = Math.Min(allocated, (GC.GetTotalAllocatedBytes() - bytes) / 1024.0 / messages);
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {(pause == 0 ? "at once" : $"{pause} ms")} | {concurrency} | {best:N0} | {cost:0} µs | {allocated:0.0} KB |"));
}

static OutgoingMessage Message(int n) => new(
    string.Create(CultureInfo.InvariantCulture, $"msg_{n:x32}"), "u-42", "email", "anna@example.com",
    new MessageContent("Hello Anna, your order is on its way.") { Subject = "Your order", Html = "<p>Hello Anna, your order is on its way.</p>" },
    DateTimeOffset.UnixEpoch);
