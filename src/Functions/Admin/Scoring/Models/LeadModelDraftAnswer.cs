using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Documents;
using PersonalizationEngine.Engine.Administration.Drafts;
using PersonalizationEngine.Functions.Admin.History;

namespace PersonalizationEngine.Functions.Admin.Scoring.Models;

/// <summary>A draft of a scoring model beside the model.</summary>
/// <param name="Revision">Its ETag.</param>
/// <param name="BasedOn">The version of the model it was made from.</param>
/// <param name="LiveVersion">The model's version now; where it is another, the draft has to be saved again before it is published.</param>
/// <param name="Model">The draft itself.</param>
/// <param name="ApprovedBy">Null until somebody else has approved of this revision.</param>
/// <param name="Changes">What publishing it would change.</param>
internal sealed record LeadModelDraftAnswer(
    int Revision, int BasedOn, int LiveVersion, JsonElement Model, DateTimeOffset DraftedAt, string DraftedBy, string? Comment,
    DateTimeOffset? ApprovedAt, string? ApprovedBy, bool ReviewRequired, IReadOnlyList<ChangeOfValueAnswer> Changes)
{
    public static LeadModelDraftAnswer Of(Drafted<LeadModel> drafted, bool reviewRequired)
    {
        var (draft, live) = drafted;
        var changes = DocumentDiff.Between(JsonElement.Parse(LeadModelText.Of(live.Value)), draft.Document);
        return new LeadModelDraftAnswer(
            draft.Revision, draft.BasedOn, live.Version, draft.Document, draft.DraftedAt, draft.DraftedBy, draft.Reason, draft.ApprovedAt,
            draft.ApprovedBy, reviewRequired, ChangeOfValueAnswer.Of(changes));
    }
}
