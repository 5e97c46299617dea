using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.Drafts;
using PersonalizationEngine.Engine.Administration.Trying;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Dashboard.Rules.Editing;

/// <summary>Takes what the editor posts: the form is read, one button of it is carried out, and the page is shown again or left.</summary>
public sealed class EditRule(
    RuleDesk desk, RuleDrafts drafts, NamedDefinitions named, EstimateAudience audience, PreviewRule preview, TryDrafts trying, SaveRule save)
{
    /// <summary>People the rule is tried on while somebody waits.</summary>
    private const int PeopleTried = 2_000;

    /// <returns>Null when there is no rule of that id.</returns>
    public async Task<EditorState?> BeginAsync(long? id, CancellationToken cancellationToken)
    {
        if (id is not { } known) return EditorState.Of(null, 0, 0, RuleForm.New);
        if (await desk.FindAsync(known, cancellationToken) is not { } live) return null;
        var draft = (await drafts.FindAsync(known, cancellationToken))?.Draft;
        var document = draft?.Document ?? JsonElement.Parse(desk.TextOf(live.Value)!);
        return EditorState.Of(live, live.Version, draft?.Revision ?? 0, RuleText.Read(document));
    }

    public async Task<DashboardAnswer> TakeAsync(Visit visit, PostedForm form, long? id)
    {
        var live = id is { } known ? await desk.FindAsync(known, visit.Cancelled) : null;
        if (id is not null && live is null)
            return DefinitionForms.Gone(visit, "rule");

        var state = EditorState.Of(live, Number(form["version"]), Number(form["revision"]), RuleFields.Read(form));
        var command = form["do"] ?? "refresh";
        if (TakeJson(visit, form, command, state) is not { } taken) return Show(visit, 400, state with { Json = form.Raw("json") ?? "" });
        if (command != "from-json" && FormCommands.Apply(taken.Form, command, form) is { } changed) taken = Renewed(taken, changed);
        return command switch
        {
            "count" => Show(visit, null, await CountAsync(visit, taken)),
            "preview" => Show(visit, null, await PreviewAsync(visit, taken, form)),
            "what-if" => Show(visit, null, await TryAsync(visit, taken, form)),
            "draft" or "publish" => await SaveAsync(visit, taken, command == "publish"),
            _ => Show(visit, 200, taken),
        };
    }

    private static DashboardAnswer Show(Visit visit, int? status, EditorState state) =>
        visit.Show<RuleEditorPage>(status ?? (visit.Faults.Count > 0 ? 400 : 200), (nameof(RuleEditorPage.State), state));

    private static EditorState Renewed(EditorState state, RuleForm form) => EditorState.Of(state.Live, state.Version, state.Revision, form);

    /// <summary>What was typed as JSON goes into the form, if the form itself stayed as it was.</summary>
    /// <returns>Null when that cannot be done; what is wrong is said at the JSON then.</returns>
    private EditorState? TakeJson(Visit visit, PostedForm form, string command, EditorState state)
    {
        var (typed, shown) = ((form.Raw("json") ?? "").ReplaceLineEndings("\n"), (form.Raw("json_was") ?? "").ReplaceLineEndings("\n"));
        if (command == "to-json" || (command != "from-json" && typed == shown)) return state;
        if (command != "from-json" && state.JsonOfForm != shown)
        {
            visit.Fault("json", "Both the form and the JSON were changed. Choose which of them counts: “Use this JSON” or “Write it anew from the form”.");
            return null;
        }

        if (JsonShown.WhyNot(typed) is { } fault)
        {
            visit.Fault("json", $"It {fault}.");
            return null;
        }

        var document = JsonElement.Parse(typed);
        foreach (var wrong in desk.Read(document).Faults) visit.Fault("json", $"{(wrong.Field.Length > 0 ? wrong.Field : "The document")} {wrong.Message}");
        return visit.Faults.Count > 0 ? null : Renewed(state, RuleText.Read(document) with { Reason = state.Form.Reason });
    }

    private async Task<EditorState> CountAsync(Visit visit, EditorState state)
    {
        var writer = RuleWriter.Write(state.Form with { Name = "n", Actions = [] });
        var reader = new DocumentReader(JsonElement.Parse(writer.Json));
        var condition = ConditionDocument.Read(reader, "conditions", required: true)?.Condition;
        await TellAsync(visit, writer, reader.Faults, condition is null ? [] : [new PlacedCondition("/conditions", condition)]);
        return visit.Faults.Count > 0 ? state : state with { Audience = await audience.RunAsync(condition!, visit.Cancelled) };
    }

    private async Task<EditorState> PreviewAsync(Visit visit, EditorState state, PostedForm form)
    {
        if (await ReadAsync(visit, state) is null) return state;
        if (form["preview_user"] is not { Length: > 0 } person)
        {
            visit.Fault("preview_user", "Whose view? Give the id of a person.");
            return state;
        }

        var at = form["preview_at"] is { Length: > 0 } typed ? $",\"at\":{JsonSerializer.Serialize(Utc(typed))}" : "";
        var asked = JsonElement.Parse($"{{{Replaced(state)}\"rule\":{RuleWriter.Write(state.Form).Json},\"user_id\":{JsonSerializer.Serialize(person)}{at}}}");
        var tried = await preview.RunAsync(asked, visit.Cancelled);
        foreach (var fault in tried.Faults) visit.Fault(fault.Pointer == "/at" ? "preview_at" : "preview_user", fault.Message);
        return tried.Succeeded ? state with { Preview = tried.Value } : state;
    }

    private async Task<EditorState> TryAsync(Visit visit, EditorState state, PostedForm form)
    {
        if (await ReadAsync(visit, state) is null) return state;
        var days = Number(form["days"]) is > 0 and <= TryDrafts.MaxDays and var given ? given : TryDrafts.DefaultDays;
        var asked = string.Create(
            CultureInfo.InvariantCulture, $"{{\"rules\":[{{{Replaced(state)}\"rule\":{RuleWriter.Write(state.Form).Json}}}],\"days\":{days},\"people\":{PeopleTried}}}");
        var tried = await trying.RunAsync(JsonElement.Parse(asked), visit.Cancelled);
        foreach (var fault in tried.Faults) visit.Fault("days", fault.Message);
        return tried.Succeeded ? state with { WhatIf = tried.Value } : state;
    }

    private async Task<DashboardAnswer> SaveAsync(Visit visit, EditorState state, bool isPublished)
    {
        if (await ReadAsync(visit, state) is null) return Show(visit, 400, state);
        var document = SaveRule.Document(state.Form);
        var saved = await save.RunAsync(visit, state, document, isPublished);
        return saved.Answer ?? Show(visit, visit.Status == 200 ? 409 : visit.Status, saved.State);
    }

    /// <summary>The rule as the engine reads it; null when it cannot, and then the fields say why.</summary>
    private async Task<ContentRule?> ReadAsync(Visit visit, EditorState state)
    {
        var writer = RuleWriter.Write(state.Form);
        var parsed = desk.Read(JsonElement.Parse(writer.Json));
        await TellAsync(visit, writer, parsed.Faults, parsed.Succeeded ? PlacedCondition.Of(parsed.Value) : []);
        return visit.Faults.Count > 0 ? null : parsed.Value;
    }

    private async Task TellAsync(Visit visit, RuleWriter writer, IReadOnlyList<DocumentFault> faults, IReadOnlyList<PlacedCondition> conditions)
    {
        foreach (var (field, message) in writer.Faults) visit.Fault(field, message);
        foreach (var fault in faults.Concat(conditions.Count > 0 ? await named.FaultsAsync(conditions, visit.Cancelled) : []))
        {
            var (field, message) = writer.Locate(fault);
            visit.Fault(field, message);
        }
    }

    private static string Replaced(EditorState state) => state.Id is { } id ? string.Create(CultureInfo.InvariantCulture, $"\"id\":{id},") : "";

    /// <summary>The fields of the page are in UTC, and browsers send no zone.</summary>
    private static string Utc(string typed) => typed.EndsWith('Z') ? typed : typed.Length == 16 ? $"{typed}:00Z" : $"{typed}Z";

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
