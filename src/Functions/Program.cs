using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using PersonalizationEngine.Functions.Access;
using PersonalizationEngine.Functions.Hosting;
using PersonalizationEngine.Functions.Hosting.Telemetry;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.Settings;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<ErrorBoundary>();
builder.UseMiddleware<EditorBoundary>();
builder.UseMiddleware<IdempotencyBoundary>();
builder.UseMiddleware<TimerBoundary>();
QuietWorker.AddTo(builder.Configuration);
if (await BackupCommand.RunAsync(args, builder.Configuration) is { } exitCode) return exitCode;

try
{
    SettingsFile.AddTo(builder.Configuration);
    builder.Logging.AddLevels(builder.Configuration);
    builder.Services.AddEngine(builder.Configuration).AddTelemetry(builder.Configuration);
    await builder.Build().RunAsync();
}
catch (InvalidSettingsException exception)
{
    // A person reads this on a console: the list of faults says all, a stack trace nothing more.
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

// The host that refuses to start says so here, too.
return Environment.ExitCode;
