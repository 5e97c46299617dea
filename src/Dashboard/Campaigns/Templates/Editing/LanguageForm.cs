namespace PersonalizationEngine.Dashboard.Campaigns.Templates.Editing;

/// <param name="Tag">BCP 47, as it is typed.</param>
public sealed record LanguageForm(string Tag, IReadOnlyList<ChannelForm> Channels);
