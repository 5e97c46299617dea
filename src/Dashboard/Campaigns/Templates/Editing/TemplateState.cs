using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Delivery.Templates;
using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Dashboard.Campaigns.Templates.Editing;

/// <summary>What the editor of a template shows.</summary>
/// <param name="Live">Null for a new one.</param>
/// <param name="Version">That the edit was begun from; 0 for a new one.</param>
public sealed record TemplateState(Stored<MessageTemplateSource>? Live, int Version, TemplateForm Form)
{
    public PreviewForm Asked { get; init; } = new("", "", "", "");

    public PreviewedMessage? Preview { get; init; }

    /// <summary>A preview was asked for, whether there is one or not.</summary>
    public bool IsTried { get; init; }

    /// <summary>Who is meant, where what was typed is nobody's id.</summary>
    public IReadOnlyList<PersonRecord> Found { get; init; } = [];

    /// <summary>The version somebody else has made meanwhile, and the one before their changes; null where nobody has.</summary>
    public (int From, int To)? Overtaken { get; init; }
}
