using System.Text.Json;

namespace PersonalizationEngine.Engine.Administration.Drafts;

/// <summary>What a definition shall become, beside what it is.</summary>
/// <param name="Revision">1 at first, one more each time it is saved.</param>
/// <param name="BasedOn">The version of the definition it was made from.</param>
/// <param name="ApprovedBy">Null as long as nobody has approved of this revision.</param>
public sealed record Draft(
    long DefinitionId, int Revision, int BasedOn, JsonElement Document, DateTimeOffset DraftedAt, string DraftedBy, string? Reason,
    DateTimeOffset? ApprovedAt = null, string? ApprovedBy = null);
