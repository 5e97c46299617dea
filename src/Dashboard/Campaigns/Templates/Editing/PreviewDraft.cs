using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Delivery.Templates;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Dashboard.Campaigns.Templates.Editing;

/// <summary>Shows what is being written, or what is stored, as it is for the person somebody thinks of. Nothing is stored or sent.</summary>
public sealed class PreviewDraft(PreviewTemplate preview, IPeople people, IPeopleSearch search, ISeenPeople seen)
{
    private const int MostFound = 8, LongestSearch = 255;

    public async Task<TemplateState> RunAsync(Visit visit, TemplateState state)
    {
        var asked = state.Asked with { Channel = ChannelOf(state) };
        state = state with { Asked = asked, IsTried = true };
        var data = PreviewData.Read(asked.Data, out var fault);
        if (fault is not null) visit.Fault(PreviewForm.DataField, fault);
        if (asked.User.Length > 0 && !await IsSomebodyAsync(visit, asked.User)) return await FindAsync(visit, state);

        // A draft can be looked at before it has a name.
        var draft = state.Form with { Key = "k", Name = "n", Reason = "" };
        var writer = TemplateWriter.Write(draft);
        foreach (var (field, message) in writer.Faults) visit.Fault(field, message);
        if (visit.Faults.Count > 0) return state;
        var found = await preview.OfDraftAsync(Document(writer.Document, asked, data), visit.Cancelled);
        foreach (var one in found.Faults)
        {
            const string Draft = "/template";
            var isOfDraft = one.Pointer.StartsWith(Draft, StringComparison.Ordinal);
            visit.Fault(isOfDraft ? writer.FieldOf(one with { Pointer = one.Pointer[Draft.Length..] }) : FieldOf(one.Pointer), one.Message);
        }

        return found.Succeeded ? state with { Preview = found.Value } : state;
    }

    /// <summary>Shows a template as it is stored.</summary>
    /// <param name="user">Empty for somebody of whom nothing is known.</param>
    /// <returns>Null where there is nothing to show; what is wrong is told at the fields <c>person</c> and <c>channel</c>.</returns>
    public async Task<PreviewedMessage?> OfStoredAsync(Visit visit, long id, string user, string channel)
    {
        if (user.Length > 0 && !await IsSomebodyAsync(visit, user))
        {
            visit.Fault("person", "is nobody's id");
            return null;
        }

        var document = new JsonObject { ["channel"] = channel };
        if (user.Length > 0) document["user_id"] = user;
        else document["attributes"] = new JsonObject();
        var found = await preview.OfStoredAsync(id, JsonElement.Parse(document.ToJsonString()), visit.Cancelled);
        foreach (var fault in found?.Faults ?? []) visit.Fault(fault.Pointer == "/channel" ? "channel" : "person", fault.Message);
        return found is { Succeeded: true } message ? message.Value : null;
    }

    private static JsonElement Document(JsonElement draft, PreviewForm asked, JsonObject data)
    {
        var document = new JsonObject { ["template"] = JsonNode.Parse(draft.GetRawText()), ["channel"] = asked.Channel, ["data"] = data };
        if (asked.User.Length > 0) document["user_id"] = asked.User;
        else document["attributes"] = asked.Language.Length > 0 ? new JsonObject { ["language"] = asked.Language } : new JsonObject();
        return JsonElement.Parse(document.ToJsonString());
    }

    private static string ChannelOf(TemplateState state) => ChannelParts.Of.ContainsKey(state.Asked.Channel)
        ? state.Asked.Channel
        : state.Form.Channels.FirstOrDefault(channel => !channel.IsEmpty)?.Channel ?? "email";

    private static string FieldOf(string pointer) => pointer.Split('/') switch
    {
        [_, "channel", ..] => PreviewForm.ChannelField,
        [_, "data", ..] => PreviewForm.DataField,
        _ => PreviewForm.UserField,
    };

    private async Task<bool> IsSomebodyAsync(Visit visit, string id) => PersonId.IsValid(id) && await people.FindAsync(id, visit.Cancelled) is not null;

    private async Task<TemplateState> FindAsync(Visit visit, TemplateState state)
    {
        var text = state.Asked.User;
        var ids = text.Length > LongestSearch ? [] : await search.BeginningWithAsync(text, MostFound, visit.Cancelled);
        var found = ids.Count > 0 ? await seen.ReadAsync([.. ids.Order(StringComparer.Ordinal).Take(MostFound)], visit.Cancelled) : [];
        visit.Fault(PreviewForm.UserField, found.Count > 0
            ? "is nobody's id. Who is meant? Some are found below."
            : "is nobody's id, and nobody's id, e-mail address or name begins so");
        return state with { Found = [.. found.Select(one => one.Person)] };
    }
}
