using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Signals;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>One list of the section <c>signals</c>.</summary>
internal static class SignalSettings
{
    private const string Accepted = "must have at least one of type, event, page, form";

    public static IReadOnlyList<SignalPattern> Read(SettingsReader reader, string key, IReadOnlyList<SignalPattern> fallback)
    {
        reader.Describe(key, "see the file", "", "a list; each entry has type, event, page, form or several of them, each one text or a list");
        var entries = reader.Children(key);
        return entries.Count == 0 ? fallback : [.. entries.Select(entry => ReadEntry(reader, $"{key}:{entry}"))];
    }

    private static SignalPattern ReadEntry(SettingsReader reader, string key)
    {
        var types = reader.Texts($"{key}:type");
        var events = reader.Texts($"{key}:event");
        var pages = reader.Texts($"{key}:page");
        var forms = reader.Texts($"{key}:form");
        if (types is null && events is null && pages is null && forms is null) reader.Fault(key, Accepted);
        foreach (var page in pages ?? [])
            if (!page.StartsWith('/')) reader.Fault($"{key}:page", $"must be paths that start with /, not \"{page}\"");

        return new SignalPattern(
            types ?? ImpliedTypes(events, pages, forms),
            events ?? [],
            [.. (pages ?? []).Select(Glob.ForPath)],
            [.. (forms ?? []).Select(Glob.ForText)]);
    }

    /// <summary>A page is visited by a page view, a name belongs to a custom event, a form is sent.</summary>
    private static string[] ImpliedTypes(IReadOnlyList<string>? events, IReadOnlyList<string>? pages, IReadOnlyList<string>? forms)
    {
        if (events is not null) return [ActivityTypes.CustomEvent];
        if (pages is not null) return [ActivityTypes.PageView];
        return forms is not null ? [ActivityTypes.FormSubmit, ActivityTypes.LeadSubmitted] : [];
    }
}
