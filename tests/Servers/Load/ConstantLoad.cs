using System.Collections.Concurrent;
using System.Diagnostics;

namespace PersonalizationEngine.Servers.Load;

/// <summary>
/// Asks at a constant rate, whether or not answers come: a caller that waits for the last answer before it asks again would not
/// notice a server that stands still. Each answer's time runs from the instant it was due to be asked for.
/// </summary>
public sealed class ConstantLoad(HttpClient http, Func<int, HttpRequestMessage> request, int perSecond)
{
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(2);

    public async Task<LoadReport> RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var answers = new ConcurrentBag<(int Status, double Milliseconds)>();
        var under = new List<Task>();
        var clock = Stopwatch.StartNew();
        var total = (int)(duration.TotalSeconds * perSecond);
        for (var asked = 0; asked < total;)
        {
            var due = (int)Math.Min(total, clock.Elapsed.TotalSeconds * perSecond);
            for (; asked < due; asked++)
                under.Add(AskAsync(asked, TimeSpan.FromSeconds(asked / (double)perSecond), clock, answers, cancellationToken));
            await Task.Delay(Grain, cancellationToken);
        }

        await Task.WhenAll(under);
        return new LoadReport([.. answers]);
    }

    private async Task AskAsync(
        int number, TimeSpan due, Stopwatch clock, ConcurrentBag<(int Status, double Milliseconds)> answers, CancellationToken cancellationToken)
    {
        var status = 0;
        try
        {
            using var message = request(number);
            using var response = await http.SendAsync(message, cancellationToken);
            await response.Content.ReadAsByteArrayAsync(cancellationToken);
            status = (int)response.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || !cancellationToken.IsCancellationRequested)
        {
            // No answer at all: status 0.
        }

        answers.Add((status, (clock.Elapsed - due).TotalMilliseconds));
    }
}
