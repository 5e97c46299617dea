using System.Globalization;
using Microsoft.AspNetCore.Components;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.History;

namespace PersonalizationEngine.Dashboard.Forms;

/// <summary>What every editor of a definition says when a change did not happen.</summary>
public static class DefinitionForms
{
    /// <returns>The version the edit was begun from; null where the form has none.</returns>
    public static int? VersionOf(PostedForm form) => int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <param name="kind">As in "campaign".</param>
    public static DashboardAnswer Gone(Visit visit, string kind) => visit.Show<FailurePage>(
        404, (nameof(FailurePage.Title), $"No such {kind}"), (nameof(FailurePage.Text), "It was removed meanwhile. Nothing was saved."));

    /// <returns>Why somebody changes it, for the history; null where nothing was typed.</returns>
    public static string? ReasonOf(PostedForm form) =>
        form["reason"] is { Length: > 0 } reason ? reason[..Math.Min(reason.Length, SentDocument.LongestReason)] : null;

    /// <summary>Shows the page of a definition again, with why nothing was done to it.</summary>
    /// <typeparam name="T">What was to be changed.</typeparam>
    /// <typeparam name="TPage">Takes a parameter <c>Id</c>.</typeparam>
    public static DashboardAnswer Again<T, TPage>(Visit visit, Change<T> change, long id)
        where T : class
        where TPage : IComponent
    {
        visit.Fault("", change switch
        {
            Change<T>.Refused refused => refused.Reason,
            Change<T>.Outdated => "Somebody else has changed it meanwhile. Nothing was overwritten; look at how it is now.",
            Change<T>.Invalid invalid => string.Join(" ", invalid.Faults.Select(fault => $"{fault.Field} {fault.Message}.")),
            _ => "There is nothing of that kind any more.",
        });
        return visit.Show<TPage>(change is Change<T>.NotFound ? 404 : 409, ("Id", id));
    }

    /// <summary>Puts at their fields the reasons why a change was not made, and sets the status of the answer.</summary>
    /// <param name="kind">As with <see cref="Gone"/>.</param>
    /// <param name="tell">Knows where faults of the document belong.</param>
    public static void Tell<T>(Visit visit, string kind, Change<T> change, Action<IReadOnlyList<DocumentFault>> tell)
        where T : class
    {
        visit.Status = change is Change<T>.Invalid ? 400 : 409;
        switch (change)
        {
            case Change<T>.Invalid invalid:
                tell(invalid.Faults);
                break;
            case Change<T>.Refused refused:
                visit.Fault(refused.Reason.Contains("has this key", StringComparison.Ordinal) ? "key" : "", refused.Reason);
                break;
            case Change<T>.Outdated:
                visit.Fault("", $"Somebody else has changed this {kind} since you opened it. Nothing was overwritten. Open it in another window to see how it is now; save again to put yours in its place.");
                break;
            default:
                visit.Fault("", $"The {kind} is not there any more.");
                break;
        }
    }
}
