using System.Globalization;
using PersonalizationEngine.Core.Delivery.Campaigns;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Dashboard.Rules.Editing;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Dashboard.Campaigns.Editing;

/// <summary>Takes what the editor of a campaign posts.</summary>
public sealed class EditCampaign(CampaignDesk desk, EstimateCampaign estimate, IMessageTemplates templates)
{
    private const string List = "/dashboard/campaigns", Kind = "campaign";

    private static readonly OutlineFaults Faults = new("/audience", CampaignFields.Audience, fault => CampaignFaults.FieldOf(fault.Field));

    /// <returns>Null when there is no campaign of that id.</returns>
    public async Task<CampaignState?> BeginAsync(long? id, CancellationToken cancellationToken)
    {
        if (id is not { } known) return new CampaignState(null, 0, CampaignForm.New);
        return await desk.FindAsync(known, cancellationToken) is { } live ? new CampaignState(live, live.Version, FormOfCampaign.Of(live.Value)) : null;
    }

    public async Task<DashboardAnswer> TakeAsync(Visit visit, PostedForm form, long? id)
    {
        var live = id is { } known ? await desk.FindAsync(known, visit.Cancelled) : null;
        if (id is not null && live is null)
            return DefinitionForms.Gone(visit, Kind);

        var version = DefinitionForms.VersionOf(form) ?? 0;
        var command = form["do"] ?? "refresh";
        var state = new CampaignState(live, version, CampaignFields.Read(form));
        if (FormCommands.Apply(RuleForm.New with { Condition = state.Form.Audience }, command, form) is { } changed)
            state = state with { Form = state.Form with { Audience = changed.Condition } };
        return command switch
        {
            "count" => Show(visit, await EstimateAsync(visit, state)),
            "publish" => await SaveAsync(visit, state),
            _ => Show(visit, state),
        };
    }

    public async Task<DashboardAnswer> RemoveAsync(Visit visit, PostedForm form, long id)
    {
        var removed = await desk.RemoveAsync(id, DefinitionForms.VersionOf(form), visit.Name, null, visit.Cancelled);
        if (removed is Change<Campaign>.Removed) return visit.Go(List, "The campaign is removed. What it sent stays known.");
        DefinitionForms.Tell(visit, Kind, removed, _ => { });
        return visit.Show<CampaignEditorPage>(409, (nameof(CampaignEditorPage.Id), (long?)id));
    }

    private static DashboardAnswer Show(Visit visit, CampaignState state) =>
        visit.ShowForm<CampaignEditorPage>((nameof(CampaignEditorPage.State), state));

    /// <summary>Of what decides who gets it and how; the rest may be unfinished yet.</summary>
    private async Task<CampaignState> EstimateAsync(Visit visit, CampaignState state)
    {
        var form = CampaignForm.New with
        {
            Name = "n",
            Template = state.Form.Template.Length > 0 ? state.Form.Template : "-",
            Audience = state.Form.Audience,
            Channels = state.Form.Channels,
            Topic = state.Form.Topic,
            IsCritical = state.Form.IsCritical,
            Quiet = state.Form.Quiet,
            Caps = state.Form.Caps,
        };
        var written = CampaignWriter.Write(form, null);
        var found = await estimate.RunAsync(written.Document, visit.Cancelled);
        Tell(visit, state.Form, written, found.Faults);
        return visit.Faults.Count > 0 ? state : state with { Estimate = found.Value };
    }

    private async Task<DashboardAnswer> SaveAsync(Visit visit, CampaignState state)
    {
        var written = CampaignWriter.Write(state.Form, state.Live?.Value);
        Tell(visit, state.Form, written, desk.Read(written.Document).Faults);
        if (state.Form.Template.Length > 0 && await templates.FindAsync(state.Form.Template, visit.Cancelled) is null)
            visit.Fault("template", "is the key of no template: write the template first");
        if (visit.Faults.Count > 0) return Show(visit, state);
        var change = await desk.SaveAsync(state.Live, state.Version, written.Document, visit.Name, visit.Cancelled);
        if (change is Change<Campaign>.Done done)
        {
            return visit.Go(
                string.Create(CultureInfo.InvariantCulture, $"{List}/{done.Definition.Id}"),
                state.Live is null ? "The campaign is added. Nothing goes out until somebody sends it." : "The campaign is saved. Runs that were asked for before go by what it was then.");
        }

        DefinitionForms.Tell(visit, Kind, change, faults => Tell(visit, state.Form, written, faults));
        return Show(visit, change is Change<Campaign>.Outdated outdated ? state with { Version = outdated.Version } : state);
    }

    private static void Tell(Visit visit, CampaignForm form, CampaignWriter written, IReadOnlyList<DocumentFault> faults)
    {
        foreach (var (field, message) in written.Faults) visit.Fault(field, message);
        Faults.Tell(visit, form.Audience, written.Audience, faults);
    }
}
