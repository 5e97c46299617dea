namespace PersonalizationEngine.Functions.Tests.Telemetry;

/// <summary>What a process told at one time.</summary>
/// <param name="Requests">Those that came to their end since it last told something.</param>
internal sealed record ReceivedExport(IReadOnlyList<ReceivedPoint> Points, IReadOnlyList<ReceivedSpan> Requests);
