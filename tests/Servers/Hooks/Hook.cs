namespace PersonalizationEngine.Servers.Hooks;

/// <summary>A request that came in.</summary>
public sealed record Hook(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Header(string name) => Headers.GetValueOrDefault(name.ToLowerInvariant(), "");
}
