using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.Drafts;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Dashboard.Rules.Editing;

/// <summary>Keeps what the editor has as a draft, or makes it live, unless somebody else was faster.</summary>
public sealed class SaveRule(RuleDesk desk, RuleDrafts drafts, IDefinitionHistory history)
{
    public static JsonElement Document(RuleForm form)
    {
        var document = JsonElement.Parse(RuleWriter.Write(form).Json);
        return form.Reason.Length == 0 ? document : SentDocument.With(document, form.Reason);
    }

    /// <returns>Where to go, or what to show again; the visit says why.</returns>
    public Task<(DashboardAnswer? Answer, EditorState State)> RunAsync(Visit visit, EditorState state, JsonElement document, bool isPublished) =>
        state.Live is { } live ? ChangeAsync(visit, state, live, document, isPublished) : AddAsync(visit, state, document, isPublished);

    /// <summary>A draft stands beside a rule, so a new one begins as a rule that is off.</summary>
    private async Task<(DashboardAnswer? Answer, EditorState State)> AddAsync(Visit visit, EditorState state, JsonElement document, bool isPublished)
    {
        var first = isPublished ? document : Document(state.Form with { Active = false });
        var added = await desk.AddAsync(first, visit.Name, visit.Cancelled);
        if (added is not Change<ContentRule>.Done done) return (null, Refused(visit, state, added));
        if (isPublished) return (visit.Go(Address(done.Definition.Id), "The rule is live."), state);
        await drafts.SaveAsync(done.Definition.Id, 0, document, visit.Name, visit.Cancelled);
        return (visit.Go(Address(done.Definition.Id), "Saved as a draft. The rule is off until the draft is published."), state);
    }

    private async Task<(DashboardAnswer? Answer, EditorState State)> ChangeAsync(
        Visit visit, EditorState state, Stored<ContentRule> live, JsonElement document, bool isPublished)
    {
        if (live.Version != state.Version) return (null, await OvertakenAsync(visit, state, live));
        if (isPublished && drafts.IsReviewRequired && state.Revision == 0)
        {
            var changed = await desk.ReplaceAsync(live.Id, live.Version, document, visit.Name, visit.Cancelled);
            return changed is Change<ContentRule>.Done ? (visit.Go(Address(live.Id), "The change is live."), state) : (null, Refused(visit, state, changed));
        }

        switch (await drafts.SaveAsync(live.Id, state.Revision, document, visit.Name, visit.Cancelled))
        {
            case DraftChange<ContentRule>.Done when !isPublished:
                return (visit.Go(Address(live.Id), "Saved as a draft. Nobody sees it until it is published."), state);
            case DraftChange<ContentRule>.Done { Drafted.Draft: var draft }:
                var published = await drafts.PublishAsync(live.Id, draft.Revision, visit.Name, null, visit.Cancelled);
                return published is Change<ContentRule>.Done
                    ? (visit.Go(Address(live.Id), "The change is live."), state)
                    : (null, Refused(visit, state with { Revision = draft.Revision }, published));
            case DraftChange<ContentRule>.Outdated outdated:
                visit.Fault("", outdated.Revision == 0
                    ? "The draft you opened was published or dropped meanwhile. Nothing was overwritten. Save again to make a new one of what you see here."
                    : string.Create(CultureInfo.InvariantCulture, $"Somebody else has saved this draft meanwhile (it is at revision {outdated.Revision}). Nothing was overwritten. Save again to put yours in its place, or open the rule to see theirs."));
                visit.Status = 409;
                return (null, state with { Revision = outdated.Revision });
            case DraftChange<ContentRule>.Invalid invalid:
                return (null, Faulty(visit, state, invalid.Faults));
            case DraftChange<ContentRule>.Refused refused:
                visit.Fault("", refused.Reason);
                return (null, state);
            default:
                visit.Fault("", "The rule was removed meanwhile.");
                return (null, state);
        }
    }

    private async Task<EditorState> OvertakenAsync(Visit visit, EditorState state, Stored<ContentRule> live)
    {
        var last = await history.FindAsync(desk.Kind, live.Id, live.Version, visit.Cancelled);
        visit.Fault("", "Somebody else has changed this rule since you opened it. Nothing was overwritten. Look at what they changed; save again to put yours in its place.");
        visit.Status = 409;
        return state with { Version = live.Version, Overtaken = (last?.By ?? "", last?.At ?? live.UpdatedAt, state.Version, live.Version) };
    }

    private static EditorState Refused(Visit visit, EditorState state, Change<ContentRule> change)
    {
        switch (change)
        {
            case Change<ContentRule>.Invalid invalid:
                return Faulty(visit, state, invalid.Faults);
            case Change<ContentRule>.Outdated outdated:
                visit.Fault("", "Somebody else has changed this rule in this moment. Nothing was overwritten; save again to put yours in its place.");
                return state with { Version = outdated.Version };
            case Change<ContentRule>.Refused refused:
                visit.Fault(refused.Reason.Contains("name", StringComparison.Ordinal) ? "name" : "", refused.Reason);
                visit.Status = 409;
                return state;
            default:
                visit.Fault("", "The rule was removed meanwhile.");
                return state;
        }
    }

    private static EditorState Faulty(Visit visit, EditorState state, IReadOnlyList<DocumentFault> faults)
    {
        var writer = RuleWriter.Write(state.Form);
        foreach (var fault in faults)
        {
            var (field, message) = writer.Locate(fault);
            visit.Fault(field, message);
        }

        visit.Status = 400;
        return state;
    }

    private static string Address(long id) => string.Create(CultureInfo.InvariantCulture, $"/dashboard/rules/{id}");
}
