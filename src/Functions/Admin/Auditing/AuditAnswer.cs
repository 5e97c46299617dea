using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Functions.Admin.History;

namespace PersonalizationEngine.Functions.Admin.Auditing;

/// <summary>One change.</summary>
/// <param name="Entry">Rises with every change.</param>
/// <param name="Kind"><c>rule</c>, <c>experiment</c>, another kind of definition, <c>person</c>, <c>refused_events</c> or <c>recommender</c>.</param>
/// <param name="Id">Of the definition; null for anything else.</param>
/// <param name="Subject">What was changed, by its id.</param>
/// <param name="Version">It has since; null for what has none.</param>
/// <param name="RequestId">The <c>x-request-id</c> of the request; null where no request did it.</param>
/// <param name="Before">All of it before; null when there was none.</param>
/// <param name="After">And after; null when it was removed.</param>
/// <param name="Changes">What differs between the two.</param>
internal sealed record AuditAnswer(
    long Entry, string Kind, long? Id, string Subject, int? Version, string Change, DateTimeOffset At, string By, string? ApprovedBy,
    string? Comment, string? RequestId, JsonElement? Before, JsonElement? After, IReadOnlyList<ChangeOfValueAnswer> Changes)
{
    public static AuditAnswer Of(AuditedChange change) => new(
        change.Id, DefinitionKinds.NameOf(change.Kind), IdOf(change), change.Subject, change.Version, change.Action, change.At, change.By,
        change.ApprovedBy, change.Reason, change.RequestId, change.Before, change.After,
        ChangeOfValueAnswer.Of(DocumentDiff.Between(change.Before, change.After)));

    private static long? IdOf(AuditedChange change) => change.Kind != AuditedKinds.Person
        && long.TryParse(change.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
