namespace PersonalizationEngine.Functions.Tests.Running;

/// <summary>Where a running engine listens, for requests its client would not send.</summary>
internal static class EngineAddress
{
    private const string Mark = "Listening on ";

    public static Uri Address(this EngineProcess process)
    {
        var line = process.Output.First(line => line.Contains(Mark, StringComparison.Ordinal));
        return new Uri(line[(line.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..].Trim());
    }
}
