namespace PersonalizationEngine.Feed.Sending;

/// <summary>Where the engine takes events, as docs/events.md has it. <c>Name</c> is what <c>--to</c> says.</summary>
internal sealed record Endpoint(string Name, string Path)
{
    /// <summary>Customer facts and items.</summary>
    public static readonly Endpoint Cdp = new("cdp", "/webhook/cdp");

    /// <summary>Behaviour on the site.</summary>
    public static readonly Endpoint Rybbit = new("rybbit", "/webhook/rybbit");

    /// <summary>Impressions, clicks and conversions of decisions; the one that takes a function key.</summary>
    public static readonly Endpoint Events = new("events", "/api/v1/events");

    /// <summary>In the order in which one group is sent: who somebody is, before what they did.</summary>
    public static IReadOnlyList<Endpoint> All { get; } = [Cdp, Rybbit, Events];

    public static Endpoint? Named(string name) => All.FirstOrDefault(endpoint => endpoint.Name == name);
}
