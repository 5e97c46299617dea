using System.Globalization;

namespace PersonalizationEngine.Dashboard.Campaigns.Templates.Editing;

/// <summary>The buttons of the editor that change the form itself: they add and remove languages, defaults and fields.</summary>
public static class TemplateCommands
{
    /// <param name="command">As the button says it: a word, a colon and what it is about.</param>
    public static TemplateForm Apply(TemplateForm form, string command)
    {
        var colon = command.IndexOf(':', StringComparison.Ordinal);
        var (word, about) = colon < 0 ? (command, "") : (command[..colon], command[(colon + 1)..]);
        return word switch
        {
            "add-default" => form with { Defaults = [.. form.Defaults, new DefaultForm("", "", false)] },
            "remove-default" => form with { Defaults = Without(form.Defaults, about) },
            "add-language" => form with { Languages = [.. form.Languages, new LanguageForm("", ChannelForm.All([]))] },
            "remove-language" => form with { Languages = Without(form.Languages, about) },
            "add-data" => OnChannel(form, about, channel => channel with { Data = [.. channel.Data, ("", "")] }),
            "remove-data" => OnChannel(form, Above(about), channel => channel with { Data = Without(channel.Data, about[(about.LastIndexOf('.') + 1)..]) }),
            _ => form,
        };
    }

    /// <param name="about">The name of the channel's fields: <c>push</c>, or <c>language.0.push</c>.</param>
    private static TemplateForm OnChannel(TemplateForm form, string about, Func<ChannelForm, ChannelForm> change)
    {
        return form with
        {
            Channels = In(form.Channels, TemplateFields.Main),
            Languages = [.. form.Languages.Select((language, place) => language with { Channels = In(language.Channels, TemplateFields.Language(place)) })],
        };

        IReadOnlyList<ChannelForm> In(IReadOnlyList<ChannelForm> channels, string begin) =>
            [.. channels.Select(channel => $"{begin}{channel.Channel}" == about ? change(channel) : channel)];
    }

    private static string Above(string about) => about[..Math.Max(0, about.LastIndexOf('.'))];

    private static IReadOnlyList<T> Without<T>(IReadOnlyList<T> rows, string place) =>
        int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? [.. rows.Where((_, i) => i != number)] : rows;
}
