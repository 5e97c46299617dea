namespace PersonalizationEngine.Core.Profiles.Signals;

/// <summary>
/// One way an activity shows a signal. All given parts must hold; a part left empty asks nothing.
/// </summary>
/// <param name="Types">Activity types, any of them.</param>
/// <param name="Names">Names of custom events, any of them, ignoring case.</param>
/// <param name="Pages">Paths of page views, any of them.</param>
/// <param name="Forms">Id, name or action of a form, any of them.</param>
public sealed record SignalPattern(
    IReadOnlyList<string> Types,
    IReadOnlyList<string> Names,
    IReadOnlyList<Glob> Pages,
    IReadOnlyList<Glob> Forms)
{
    public static SignalPattern OfType(params string[] types) => new(types, [], [], []);

    public static SignalPattern OfEvents(params string[] names) => new([ActivityTypes.CustomEvent], names, [], []);

    public static SignalPattern OfPages(params string[] pages) =>
        new([ActivityTypes.PageView], [], [.. pages.Select(Glob.ForPath)], []);

    public static SignalPattern OfForms(params string[] forms) =>
        new([ActivityTypes.FormSubmit, ActivityTypes.LeadSubmitted], [], [], [.. forms.Select(Glob.ForText)]);

    public bool Matches(in Activity activity) =>
        (Types.Count == 0 || Types.Contains(activity.Type, StringComparer.Ordinal))
        && (Names.Count == 0 || (activity.Name is { } name && Names.Contains(name, StringComparer.OrdinalIgnoreCase)))
        && (Pages.Count == 0 || (activity.Path is { } path && MatchesAny(Pages, path)))
        && (Forms.Count == 0 || (activity.Form is { } form && MatchesAnyLine(form)));

    private bool MatchesAnyLine(string form)
    {
        foreach (var line in form.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (MatchesAny(Forms, line)) return true;
        return false;
    }

    private static bool MatchesAny(IReadOnlyList<Glob> globs, string text)
    {
        foreach (var glob in globs)
            if (glob.Matches(text)) return true;
        return false;
    }
}
