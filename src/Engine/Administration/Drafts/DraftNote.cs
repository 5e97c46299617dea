namespace PersonalizationEngine.Engine.Administration.Drafts;

/// <summary>That there is a draft.</summary>
/// <param name="ApprovedBy">Null as long as nobody has approved of this revision.</param>
public sealed record DraftNote(long DefinitionId, int Revision, DateTimeOffset DraftedAt, string DraftedBy, string? ApprovedBy);
