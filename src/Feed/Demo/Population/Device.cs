namespace PersonalizationEngine.Feed.Demo.Population;

/// <summary>A browser on a machine.</summary>
/// <param name="Id">The fingerprint that Rybbit's second generation sends as <c>anonymous_id</c>.</param>
/// <param name="IpAddress">From the blocks kept for documentation (RFC 5737), so nobody's.</param>
internal sealed record Device(string Id, string UserAgent, string IpAddress, int ScreenWidth, int ScreenHeight, bool Mobile);
