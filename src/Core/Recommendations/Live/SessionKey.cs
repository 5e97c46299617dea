namespace PersonalizationEngine.Core.Recommendations.Live;

/// <param name="Named">Whether the id is a session's; otherwise it is the person's whose events are split by time.</param>
internal readonly record struct SessionKey(bool Named, string Id);
