using PersonalizationEngine.Dashboard.Forms;

namespace PersonalizationEngine.Dashboard.Campaigns.Templates.Editing;

/// <summary>For whom a draft is to be previewed.</summary>
/// <param name="User">An id of theirs, or how it, their address or their name begins; empty for somebody of whom nothing is known.</param>
/// <param name="Channel">Empty for the first that is written.</param>
/// <param name="Language">That somebody speaks of whom nothing else is known; empty for none.</param>
/// <param name="Data">What a campaign adds, a name and a value in each line.</param>
public sealed record PreviewForm(string User, string Channel, string Language, string Data)
{
    public const string UserField = "preview.user", ChannelField = "preview.channel", LanguageField = "preview.language", DataField = "preview.data";

    public static PreviewForm Read(PostedForm form) => new(
        form[UserField] ?? "", form[ChannelField] ?? "", form[LanguageField] ?? "",
        (form.Raw(DataField) ?? "").Replace("\r\n", "\n", StringComparison.Ordinal));
}
