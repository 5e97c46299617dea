using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Dashboard.Campaigns.Templates.Editing;

/// <summary>Reads what the editor of a template has posted. Texts stay as they were typed, with the blanks around them.</summary>
public static class TemplateTyped
{
    /// <summary>One more than the document may have, so that it is the reader that refuses it.</summary>
    private const int More = 1;

    public static TemplateForm Read(PostedForm form) => new(
        form["key"] ?? "", form["name"] ?? "", form["topic"] ?? "", Channels(form, TemplateFields.Main),
        [.. Rows(form, TemplateFields.Tag, MessageTemplateDocument.MaxLanguages).Select(place => new LanguageForm(form[TemplateFields.Tag(place)] ?? "", Channels(form, TemplateFields.Language(place))))],
        [.. Rows(form, place => $"{TemplateFields.Default(place)}.name", MessageTemplateDocument.MaxDefaults).Select(place => Default(form, TemplateFields.Default(place)))],
        ChannelParts.Of.Keys.ToDictionary(channel => channel, channel => form[TemplateFields.Tracks(channel)] ?? "", StringComparer.Ordinal))
    {
        Reason = form["reason"] ?? "",
    };

    private static ChannelForm[] Channels(PostedForm form, string begin) =>
    [
        .. ChannelParts.Of.Select(channel => new ChannelForm(
            channel.Key,
            channel.Value.ToDictionary(part => part.Name, part => Text(form, TemplateFields.Part(begin, channel.Key, part.Name)), StringComparer.Ordinal),
            ChannelParts.HasData(channel.Key) ? Data(form, begin, channel.Key) : [])),
    ];

    private static List<(string Name, string Value)> Data(PostedForm form, string begin, string channel) =>
    [
        .. Rows(form, place => $"{TemplateFields.Data(begin, channel, place)}.name", MessageTemplateDocument.MaxData)
            .Select(place => TemplateFields.Data(begin, channel, place)).Select(row => (form[$"{row}.name"] ?? "", Text(form, $"{row}.value"))),
    ];

    private static DefaultForm Default(PostedForm form, string row) => new(form[$"{row}.name"] ?? "", Text(form, $"{row}.value"), form.Has($"{row}.text"));

    private static IEnumerable<int> Rows(PostedForm form, Func<int, string> name, int most) => Enumerable.Range(0, most + More).TakeWhile(place => form.Has(name(place)));

    /// <summary>Browsers send line ends of their own.</summary>
    private static string Text(PostedForm form, string name) => (form.Raw(name) ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
}
