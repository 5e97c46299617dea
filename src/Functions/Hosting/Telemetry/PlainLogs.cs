using OpenTelemetry;
using OpenTelemetry.Logs;

namespace PersonalizationEngine.Functions.Hosting.Telemetry;

/// <summary>Takes out of the exceptions of logs what may be somebody's before they leave; our own words hold nothing of the kind.</summary>
internal sealed class PlainLogs : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Exception is not { } exception) return;
        var text = exception.ToString();
        if (PlainText.Of(text) is var plain && plain != text) data.Exception = new PlainException(exception, plain);
    }
}
