namespace PersonalizationEngine.Engine.Identity;

/// <summary>Two ids that an event said were one person's and that were not joined.</summary>
/// <param name="KnownId">The id of the person.</param>
/// <param name="Alias">The device, or the other id.</param>
public sealed record RefusedLink(string KnownId, string Alias, RefusalReason Reason);
