namespace PersonalizationEngine.Engine.Ingestion.Cdp;

/// <param name="Aliases">Other ids of the same person.</param>
public sealed record IdentityLinked(string EventId, DateTimeOffset At, string UserId, IReadOnlyList<string> Aliases)
    : IncomingEvent(EventId, At)
{
    public override IEnumerable<(string KnownId, string Alias)> Links => Aliases.Select(alias => (UserId, alias));

    public override IEnumerable<string> Identities => [UserId, .. Aliases];
}
