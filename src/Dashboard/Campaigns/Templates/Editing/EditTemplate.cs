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
    private const string As = "preview-as:", Kind = "template";

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
            return DefinitionForms.Gone(visit, Kind);

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
        var version = DefinitionForms.VersionOf(form) ?? 0;
        return new TemplateState(live, version, TemplateTyped.Read(form)) { Asked = PreviewForm.Read(form) };
    }

    private static DashboardAnswer Show(Visit visit, TemplateState state) =>
        visit.ShowForm<TemplateEditorPage>((nameof(TemplateEditorPage.State), state));

    private async Task<DashboardAnswer> SaveAsync(Visit visit, TemplateState state)
    {
        var writer = TemplateWriter.Write(state.Form);
        foreach (var (field, message) in writer.Faults) visit.Fault(field, message);
        if (visit.Faults.Count > 0) Tell(visit, writer, desk.Read(writer.Document).Faults);
        if (visit.Faults.Count > 0) return Show(visit, state);
        var change = await desk.SaveAsync(state.Live, state.Version, writer.Document, visit.Name, visit.Cancelled);
        if (change is Change<MessageTemplateSource>.Done { Definition: var saved })
            return visit.Go(string.Create(CultureInfo.InvariantCulture, $"/dashboard/templates/{saved.Id}"), "The template is saved. The next message says it so.");
        DefinitionForms.Tell(visit, Kind, change, faults => Tell(visit, writer, faults));
        return Show(visit, change is Change<MessageTemplateSource>.Outdated { Version: var version } ? state with { Overtaken = (state.Version, version), Version = version } : state);
    }

    private static void Tell(Visit visit, TemplateWriter writer, IReadOnlyList<DocumentFault> faults)
    {
        foreach (var fault in faults) visit.Fault(writer.FieldOf(fault), fault.Message);
    }
}
