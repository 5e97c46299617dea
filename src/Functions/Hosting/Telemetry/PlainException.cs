namespace PersonalizationEngine.Functions.Hosting.Telemetry;

/// <summary>Stands in a log for an exception whose words may be about somebody.</summary>
/// <param name="text">All that the original had to say, without what may be somebody's.</param>
internal sealed class PlainException(Exception original, string text) : Exception($"{original.GetType().Name}: {PlainText.Of(original.Message)}")
{
    public override string? StackTrace => original.StackTrace;

    public override string ToString() => text;
}
