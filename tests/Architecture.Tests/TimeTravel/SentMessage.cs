namespace PersonalizationEngine.Architecture.Tests.TimeTravel;

/// <param name="Local">What the clock on the person's wall showed.</param>
internal sealed record SentMessage(string MessageId, string Person, long Campaign, int Priority, DateTimeOffset At, DateTime Local);
