using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Engine.Administration.Drafts;

/// <summary>What became of what was asked for with a draft.</summary>
public abstract record DraftChange
{
    private DraftChange()
    {
    }

    public sealed record Done(DraftedRule Drafted) : DraftChange;

    public sealed record NotFound : DraftChange;

    /// <summary>The document cannot be read.</summary>
    public sealed record Invalid(IReadOnlyList<DocumentFault> Faults) : DraftChange;

    /// <summary>Somebody else changed it meanwhile.</summary>
    /// <param name="Revision">That it has now; 0 for none.</param>
    public sealed record Outdated(int Revision) : DraftChange;

    public sealed record Refused(string Reason) : DraftChange;
}
