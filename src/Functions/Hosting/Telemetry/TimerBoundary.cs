using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Functions.Hosting.Telemetry;

/// <summary>Writes down when each timer last ran to its end, so that one that falls silent is noticed.</summary>
internal sealed class TimerBoundary(StandingRecords records, TimeProvider time) : IFunctionsWorkerMiddleware
{
    private const string Trigger = "timerTrigger";

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        // Nothing may be awaited before an orchestrator: only timers take the long way.
        context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == Trigger) ? NoteAsync(context, next) : next(context);

    private async Task NoteAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        await next(context);
        await records.WriteAsync(WatchedTimer.RecordOf(context.FunctionDefinition.Name), time.GetUtcNow(), context.CancellationToken);
    }
}
