using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Engine.Administration.Drafts;

/// <summary>What became of what was asked for with a draft.</summary>
public abstract record DraftChange<T>
    where T : class
{
    private DraftChange()
    {
    }

    public sealed record Done(Drafted<T> Drafted) : DraftChange<T>;

    public sealed record NotFound : DraftChange<T>;

    /// <summary>The document cannot be read.</summary>
    public sealed record Invalid(IReadOnlyList<DocumentFault> Faults) : DraftChange<T>;

    /// <summary>Somebody else changed it meanwhile.</summary>
    /// <param name="Revision">That it has now; 0 for none.</param>
    public sealed record Outdated(int Revision) : DraftChange<T>;

    public sealed record Refused(string Reason) : DraftChange<T>;
}
