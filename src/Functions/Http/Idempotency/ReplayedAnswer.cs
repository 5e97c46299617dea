using System.Text;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Engine.Idempotency;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Http.Idempotency;

/// <summary>What a request was answered when it ran.</summary>
internal static class ReplayedAnswer
{
    public static IResult Of(KeptAnswer answer) => answer.Body is { } body ? new Whole(answer, Encoding.UTF8.GetBytes(body)) : new Lost();

    private static void Mark(HttpResponse response) => response.Headers[KeyHeader.Replayed] = "true";

    private sealed class Whole(KeptAnswer answer, byte[] body) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = answer.Status;
            foreach (var (name, value) in answer.Headers) response.Headers.Append(name, value);
            Mark(response);
            if (body.Length == 0) return Task.CompletedTask;
            response.ContentLength = body.Length;
            return response.BodyWriter.WriteAsync(body, httpContext.RequestAborted).AsTask();
        }
    }

    private sealed class Lost : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            Mark(httpContext.Response);
            return ProblemAnswer.AnswerNotKept().ExecuteAsync(httpContext);
        }
    }
}
