using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Administration.Drafts;
using PersonalizationEngine.Functions.Admin.History;

namespace PersonalizationEngine.Functions.Admin.Rules.Drafts;

/// <summary>A draft of a rule beside the rule.</summary>
/// <param name="Revision">Its ETag.</param>
/// <param name="BasedOn">The version of the rule it was made from.</param>
/// <param name="LiveVersion">The rule's version now; where it is another, the draft has to be saved again before it is published.</param>
/// <param name="Rule">The draft itself.</param>
/// <param name="ApprovedBy">Null until somebody else has approved of this revision.</param>
/// <param name="Changes">What publishing it would change.</param>
internal sealed record DraftAnswer(
    int Revision, int BasedOn, int LiveVersion, JsonElement Rule, DateTimeOffset DraftedAt, string DraftedBy, string? Comment,
    DateTimeOffset? ApprovedAt, string? ApprovedBy, bool ReviewRequired, IReadOnlyList<ChangeOfValueAnswer> Changes)
{
    public static DraftAnswer Of(Drafted<ContentRule> drafted, bool reviewRequired)
    {
        var (draft, live) = drafted;
        var changes = DocumentDiff.Between(JsonElement.Parse(ContentRuleText.Of(live.Value)), draft.Document);
        return new DraftAnswer(
            draft.Revision, draft.BasedOn, live.Version, draft.Document, draft.DraftedAt, draft.DraftedBy, draft.Reason, draft.ApprovedAt,
            draft.ApprovedBy, reviewRequired, ChangeOfValueAnswer.Of(changes));
    }
}
