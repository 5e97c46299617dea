using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using PersonalizationEngine.Engine.Schedules;

namespace PersonalizationEngine.Functions.Hosting.Telemetry;

/// <summary>Writes down how each timer's runs went, so that one that falls silent is noticed.</summary>
internal sealed class TimerBoundary(TimerRuns runs) : IFunctionsWorkerMiddleware
{
    private const string Trigger = "timerTrigger";

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        // Nothing may be awaited before an orchestrator: only timers take the long way.
        context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == Trigger)
            ? runs.RunAsync(context.FunctionDefinition.Name, null, () => next(context), context.CancellationToken)
            : next(context);
}
