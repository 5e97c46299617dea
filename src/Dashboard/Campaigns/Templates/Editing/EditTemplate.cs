using System.Globalization;
using System.Net;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Dashboard.Campaigns.Templates.Editing;

/// <summary>Takes what the editor of a template posts.</summary>
public sealed class EditTemplate(TemplateDesk desk, PreviewDraft preview)
{
    private const string As = "preview-as:";

    /// <returns>Null when there is no template of that id.</returns>
    public async Task<TemplateState?> BeginAsync(long? id, CancellationToken cancellationToken)
    {
        if (id is not { } known) return new TemplateState(null, 0, TemplateForm.New);
        return await desk.FindAsync(known, cancellationToken) is { } live ? new TemplateState(live, live.Version, TemplateForm.Of(live.Value)) : null;
    }

    public async Task<DashboardAnswer> TakeAsync(Visit visit, PostedForm form, long? id)
    {
        var live = id is { } known ? await desk.FindAsync(known, visit.Cancelled) : null;
        if (id is not null && live is null)
            return visit.Show<FailurePage>(404, (nameof(FailurePage.Title), "No such template"), (nameof(FailurePage.Text), "It was removed meanwhile. Nothing was saved."));

        var command = form["do"] ?? "refresh";
        var state = Read(form, live);
        if (command.StartsWith(As, StringComparison.Ordinal)) (command, state) = ("preview", state with { Asked = state.Asked with { User = command[As.Length..] } });
        return command switch
        {
            "preview" => Show(visit, await preview.RunAsync(visit, state)),
            "save" => await SaveAsync(visit, state),
            _ => Show(visit, state with { Form = TemplateCommands.Apply(state.Form, command) }),
        };
    }

    /// <summary>How the email of the form looks to the person it is previewed for.</summary>
    public async Task<DashboardAnswer> LookAsync(Visit visit, PostedForm form)
    {
        var asked = Read(form, null);
        var state = await preview.RunAsync(visit, asked with { Asked = asked.Asked with { Channel = "email" } });
        if (state.Preview is { Content.Html: { } html }) return new DashboardAnswer.Look(html);
        var why = state.Preview?.Fault ?? visit.Faults.Select(fault => $"{fault.Key}: {fault.Value}").FirstOrDefault();
        return new DashboardAnswer.Look($"<p>{WebUtility.HtmlEncode($"There is nothing to look at. {why}")}</p>");
    }

    private static TemplateState Read(PostedForm form, Stored<MessageTemplateSource>? live)
    {
        _ = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        return new TemplateState(live, version, TemplateTyped.Read(form)) { Asked = PreviewForm.Read(form) };
    }

    private static DashboardAnswer Show(Visit visit, TemplateState state) =>
        visit.Show<TemplateEditorPage>(visit.Faults.Count == 0 ? 200 : visit.Status == 200 ? 400 : visit.Status, (nameof(TemplateEditorPage.State), state));

    private async Task<DashboardAnswer> SaveAsync(Visit visit, TemplateState state)
    {
        var writer = TemplateWriter.Write(state.Form);
        foreach (var (field, message) in writer.Faults) visit.Fault(field, message);
        if (visit.Faults.Count > 0) Tell(visit, writer, desk.Read(writer.Document).Faults);
        if (visit.Faults.Count > 0) return Show(visit, state);
        var change = state.Live is { } live
            ? await desk.ReplaceAsync(live.Id, state.Version, writer.Document, visit.Name, visit.Cancelled)
            : await desk.AddAsync(writer.Document, visit.Name, visit.Cancelled);
        switch (change)
        {
            case Change<MessageTemplateSource>.Done { Definition: var saved }:
                return visit.Go(string.Create(CultureInfo.InvariantCulture, $"/dashboard/templates/{saved.Id}"), "The template is saved. The next message says it so.");
            case Change<MessageTemplateSource>.Invalid invalid:
                Tell(visit, writer, invalid.Faults);
                return Show(visit, state);
            case Change<MessageTemplateSource>.Outdated outdated:
                visit.Fault("", "Somebody else has changed this template since you opened it. Nothing was overwritten. Look at what they changed; save again to put yours in its place.");
                visit.Status = 409;
                return Show(visit, state with { Overtaken = (state.Version, outdated.Version), Version = outdated.Version });
            default:
                visit.Fault(change is Change<MessageTemplateSource>.Refused ? "key" : "", change is Change<MessageTemplateSource>.Refused refused ? refused.Reason : "The template was removed meanwhile.");
                visit.Status = 409;
                return Show(visit, state);
        }
    }

    private static void Tell(Visit visit, TemplateWriter writer, IReadOnlyList<DocumentFault> faults)
    {
        foreach (var fault in faults) visit.Fault(writer.FieldOf(fault), fault.Message);
    }
}
