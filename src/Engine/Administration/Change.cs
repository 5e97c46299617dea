using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Engine.Administration;

/// <summary>What became of a change an administrator asked for.</summary>
public abstract record Change<T>
    where T : class
{
    private Change()
    {
    }

    public sealed record Done(Stored<T> Definition) : Change<T>;

    public sealed record Removed : Change<T>;

    public sealed record NotFound : Change<T>;

    /// <summary>The document cannot be read.</summary>
    public sealed record Invalid(IReadOnlyList<DocumentFault> Faults) : Change<T>;

    /// <summary>Somebody else changed it meanwhile.</summary>
    /// <param name="Version">The version it has now.</param>
    public sealed record Outdated(int Version) : Change<T>;

    /// <summary>It contradicts what is there.</summary>
    public sealed record Refused(string Reason) : Change<T>;
}
