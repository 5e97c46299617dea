using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Administration.History;

namespace PersonalizationEngine.Functions.Admin.History;

/// <summary>One change of one definition.</summary>
/// <param name="Kind"><c>rule</c>, <c>experiment</c> or another kind of definition.</param>
/// <param name="Id">Of the definition.</param>
/// <param name="Version">It has since.</param>
/// <param name="Before">The whole definition before; null when there was none.</param>
/// <param name="After">And after; null when it was removed.</param>
/// <param name="Changes">What differs between the two.</param>
internal sealed record AuditAnswer(
    string Kind, long Id, int Version, string Change, DateTimeOffset At, string By, string? ApprovedBy, string? Comment,
    JsonElement? Before, JsonElement? After, IReadOnlyList<ChangeOfValueAnswer> Changes)
{
    public static AuditAnswer Of(AuditedChange audited)
    {
        var (change, before) = audited;
        return new AuditAnswer(
            DefinitionKinds.NameOf(change.Kind), change.DefinitionId, change.Version, change.Happened, change.At, change.By, change.ApprovedBy,
            change.Reason, before, change.Document, ChangeOfValueAnswer.Of(DocumentDiff.Between(before, change.Document)));
    }
}
