using Microsoft.Azure.Functions.Worker.Builder;

namespace EmbeddedHost.Tests;

/// <summary>What a test's host is started with.</summary>
internal sealed record HostOptions
{
    /// <summary>The types whose functions are run.</summary>
    public required IReadOnlyList<Type> Types { get; init; }

    /// <summary>The content of host.json; null for none.</summary>
    public string? HostJson { get; init; } = """{ "extensions": { "http": { "routePrefix": "" } } }""";

    /// <summary>Above the harness's own: a free port, a data folder, two known keys.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>What Program does after <c>ConfigureFunctionsWebApplication</c>.</summary>
    public Action<FunctionsApplicationBuilder> Configure { get; init; } = _ => { };

    /// <summary>Where binaries, host.json, local.settings.json and data are; a new folder by default.</summary>
    public string Folder { get; init; } = TestFolder.New();
}
