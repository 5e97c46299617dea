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
    private const string List = "/dashboard/campaigns";

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
            return visit.Show<FailurePage>(404, (nameof(FailurePage.Title), "No such campaign"), (nameof(FailurePage.Text), "It was removed meanwhile. Nothing was saved."));

        _ = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version);
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
        var version = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : (int?)null;
        var removed = await desk.RemoveAsync(id, version, visit.Name, null, visit.Cancelled);
        if (removed is Change<Campaign>.Removed) return visit.Go(List, "The campaign is removed. What it sent stays known.");
        visit.Status = 409;
        Tell(visit, removed, null);
        return visit.Show<CampaignEditorPage>(409, (nameof(CampaignEditorPage.Id), (long?)id));
    }

    private static DashboardAnswer Show(Visit visit, CampaignState state) =>
        visit.Show<CampaignEditorPage>(visit.Faults.Count == 0 ? 200 : visit.Status == 200 ? 400 : visit.Status, (nameof(CampaignEditorPage.State), state));

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
        var change = state.Live is { } live
            ? await desk.ReplaceAsync(live.Id, state.Version, written.Document, visit.Name, visit.Cancelled)
            : await desk.AddAsync(written.Document, visit.Name, visit.Cancelled);
        if (change is Change<Campaign>.Done done)
        {
            return visit.Go(
                string.Create(CultureInfo.InvariantCulture, $"{List}/{done.Definition.Id}"),
                state.Live is null ? "The campaign is added. Nothing goes out until somebody sends it." : "The campaign is saved. Runs that were asked for before go by what it was then.");
        }

        visit.Status = 409;
        Tell(visit, change, (state.Form, written));
        return Show(visit, change is Change<Campaign>.Outdated outdated ? state with { Version = outdated.Version } : state);
    }

    private static void Tell(Visit visit, Change<Campaign> change, (CampaignForm Form, CampaignWriter Writer)? written)
    {
        switch (change)
        {
            case Change<Campaign>.Invalid invalid when written is { } known:
                visit.Status = 400;
                Tell(visit, known.Form, known.Writer, invalid.Faults);
                break;
            case Change<Campaign>.Refused refused:
                visit.Fault("", refused.Reason);
                break;
            case Change<Campaign>.Outdated:
                visit.Fault("", "Somebody else has changed this campaign since you opened it. Nothing was overwritten. Open it in another window to see how it is now; save again to put yours in its place.");
                break;
            default:
                visit.Fault("", "The campaign is not there any more.");
                break;
        }
    }

    private static void Tell(Visit visit, CampaignForm form, CampaignWriter written, IReadOnlyList<DocumentFault> faults)
    {
        const string Pointer = "/audience";
        foreach (var (field, message) in written.Faults) visit.Fault(field, message);
        foreach (var (path, message) in written.Audience.Faults.Select(fault => (fault.Path, fault.Message)).Concat(UnfinishedLines.Of(form.Audience)))
            visit.Fault($"{CampaignFields.Audience}.{path}", message);
        foreach (var fault in faults)
        {
            var isOfAudience = fault.Pointer.StartsWith(Pointer, StringComparison.Ordinal);
            var path = isOfAudience ? written.Audience.PathOf(fault.Pointer[Pointer.Length..]) : "";
            visit.Fault(!isOfAudience ? CampaignFaults.FieldOf(fault.Field) : path.Length == 0 ? CampaignFields.Audience : $"{CampaignFields.Audience}.{path}", fault.Message);
        }
    }
}
