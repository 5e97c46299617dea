using System.CommandLine;
using PersonalizationEngine.Feed.Sending.Proof;

namespace PersonalizationEngine.Feed.CommandLine;

/// <summary>The key for the administration interface: given, in the environment, or in the host's file of keys.</summary>
internal sealed class MasterKeyOption
{
    public const string NoKey = "";

    public Option<string?> Option { get; } = new("--master-key") { Description = "Default HOST_MASTER_KEY." };

    /// <returns><see cref="NoKey"/> where none is given.</returns>
    public Outcome<string> Read(ParseResult parsed, EngineOptions engine, FeedEnvironment environment)
    {
        if (parsed.GetValue(Option) is { } said) return said;
        if (environment.Variable("HOST_MASTER_KEY") is { Length: > 0 } given) return given;
        if (parsed.GetValue(engine.Keys) is not { } file) return NoKey;
        if (!KeyFile.Read(file).TryGet(out var keys, out var unread)) return new Failure(unread);
        return keys.First("_master") is { } key ? key : new Failure($"{file} has no _master.");
    }
}
