using System.Net;
using System.Net.Http.Headers;
using PersonalizationEngine.Feed.Sending.Answers;
using PersonalizationEngine.Feed.Sending.Batches;
using PersonalizationEngine.Feed.Sending.Proof;
using PersonalizationEngine.Feed.Sending.Retries;

namespace PersonalizationEngine.Feed.Sending;

/// <summary>Delivers batches to one engine, sending again what may succeed later. Safe for several batches at a time.</summary>
/// <param name="http">With the engine's address as its base address.</param>
internal sealed class WebhookClient(HttpClient http, SenderProof proof, RetryPolicy retries, TimeProvider time)
{
    private static readonly MediaTypeHeaderValue Ndjson = new("application/x-ndjson");
    private volatile bool _answeredOnce;

    /// <returns><see cref="Delivery.Answered"/> or <see cref="Delivery.Failed"/>.</returns>
    public async Task<Delivery> SendAsync(EventBatch batch, CancellationToken cancellation)
    {
        if (proof.MissingFor(batch.Endpoint) is { } missing) return new Delivery.Failed(missing);
        for (var attempt = 1; ; attempt++)
        {
            var delivery = await TryAsync(batch, cancellation);
            if (delivery is not Delivery.Again again) return delivery;

            if (again.After > RetryPolicy.LongestObeyed)
                return new Delivery.Failed($"{again.Reason}; it asks for a wait of {again.After.Value.TotalMinutes:0} minutes.");
            if (attempt >= (_answeredOnce ? retries.Attempts : retries.AttemptsBeforeFirstAnswer))
                return new Delivery.Failed($"{again.Reason} ({attempt} attempts).");
            await Task.Delay(retries.WaitAfter(attempt, batch.Id, again.After), time, cancellation);
        }
    }

    private async Task<Delivery> TryAsync(EventBatch batch, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, batch.Endpoint.Path);
        request.Content = new ReadOnlyMemoryContent(batch.Body) { Headers = { ContentType = Ndjson } };
        proof.ApplyTo(request, batch, time.GetUtcNow());
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            _answeredOnce = true;
            return Judge(response, body, batch);
        }
        catch (HttpRequestException failure)
        {
            return new Delivery.Again($"The engine at {http.BaseAddress} cannot be reached: {Innermost(failure)}", null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Delivery.Again($"The engine at {http.BaseAddress} was silent for {http.Timeout.TotalSeconds:0} s", null);
        }
    }

    private Delivery Judge(HttpResponseMessage response, byte[] body, EventBatch batch) => response.StatusCode switch
    {
        HttpStatusCode.OK => AnswerReader.Read(body, batch) is { } answer
            ? new Delivery.Answered(answer)
            : new Delivery.Failed($"{http.BaseAddress} answers, but not as the engine does: is it the right address?"),
        HttpStatusCode.BadRequest => new Delivery.Answered(AnswerReader.ReadProblem(body, batch)),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new Delivery.Failed(
            $"{(int)response.StatusCode}: the engine at {http.BaseAddress} does not accept this secret, token or key."),
        var status when RetryPolicy.IsTransient(status) => new Delivery.Again(
            $"The engine at {http.BaseAddress} answers {(int)status} to {batch.Endpoint.Path}", AskedWait(response)),
        var status => new Delivery.Failed($"{(int)status}: {http.BaseAddress} does not take {batch.Endpoint.Path}."),
    };

    private TimeSpan? AskedWait(HttpResponseMessage response) =>
        response.Headers.RetryAfter is { } asked ? asked.Delta ?? (asked.Date - time.GetUtcNow()) : null;

    private static string Innermost(Exception failure) =>
        failure.InnerException is { } inner ? Innermost(inner) : failure.Message.TrimEnd('.');
}
