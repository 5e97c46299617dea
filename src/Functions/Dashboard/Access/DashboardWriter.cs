using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>Makes an answer of the engine one of HTTP. What fails unexpectedly ends here, as a page that says so.</summary>
internal sealed partial class DashboardWriter(ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger<DashboardWriter>();

    public async Task<IResult> WriteAsync(HttpRequest request, Visit visit, Func<Task<DashboardAnswer>> answer)
    {
        try
        {
            return await WriteAsync(request, visit, await answer());
        }
        catch (OperationCanceledException) when (visit.Cancelled.IsCancellationRequested)
        {
            return Results.StatusCode(StatusCodes.Status499ClientClosedRequest);
        }
        catch (OutsideSystemException)
        {
            // Told once, by the breaker that opened.
            return await FailAsync(request, visit, 503, "Not reachable", "A system that this page needs does not answer. It is tried again by itself; look again in a moment.");
        }
        catch (Exception exception)
        {
            Log.Failed(_logger, visit.Path, exception);
            return await FailAsync(request, visit, 500, "Something went wrong here", "The fault is ours, and it was logged.");
        }
    }

    private async Task<IResult> WriteAsync(HttpRequest request, Visit visit, DashboardAnswer answer)
    {
        switch (answer)
        {
            case DashboardAnswer.Go go:
                if (go.Notice is { } notice) Notices.Leave(request.HttpContext, notice);
                return new SeeOther(go.Address);
            case DashboardAnswer.Download file:
                return Results.File(file.Content.ToArray(), file.MediaType, file.Name);
            case DashboardAnswer.Look look:
                return new LookAnswer(look.Html);
            case DashboardAnswer.Page page:
                var html = await HtmlPages.RenderAsync(page.Component, visit, page.Parameters, request.HttpContext.RequestServices, loggers);
                return new HtmlAnswer(html, visit.Status);
            default:
                throw new InvalidOperationException($"{answer} is no answer known here.");
        }
    }

    private Task<IResult> FailAsync(HttpRequest request, Visit visit, int status, string title, string text) =>
        WriteAsync(request, visit, visit.Show<FailurePage>(status, (nameof(FailurePage.Title), title), (nameof(FailurePage.Text), text)));

    private static partial class Log
    {
        [LoggerMessage(758, LogLevel.Error, "The dashboard failed at {Path}.")]
        public static partial void Failed(ILogger logger, string path, Exception exception);
    }
}
