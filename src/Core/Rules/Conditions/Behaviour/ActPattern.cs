using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Signals;

namespace PersonalizationEngine.Core.Rules.Conditions.Behaviour;

/// <summary>Which acts of a person a behavioural condition counts. Patterns that ask the same are equal.</summary>
public sealed class ActPattern : IEquatable<ActPattern>
{
    private static readonly string[] FormTypes = [ActivityTypes.FormSubmit, ActivityTypes.LeadSubmitted];

    private readonly string[] _events;
    private readonly Glob[] _pages, _forms;
    private readonly Signal _signal;

    /// <param name="events">Types of activities or names of custom events, any of them; names whatever their case.</param>
    /// <param name="pages">Paths, any of them; without <paramref name="events"/> only views of pages count.</param>
    /// <param name="forms">Id, name or action of a form, any of them; without <paramref name="events"/> only sent forms count.</param>
    /// <param name="signal">What the site's own settings call such an act; <see cref="Signal.None"/> asks nothing.</param>
    public ActPattern(IReadOnlyList<string> events, IReadOnlyList<string> pages, IReadOnlyList<string> forms, Signal signal)
    {
        _events = [.. events.Order(StringComparer.Ordinal)];
        _pages = [.. pages.Order(StringComparer.Ordinal).Select(Glob.ForPath)];
        _forms = [.. forms.Order(StringComparer.Ordinal).Select(Glob.ForText)];
        _signal = signal;
        Key = string.Join('\n', [signal.ToString(), Joined(_events), Joined(_pages.Select(page => page.ToString())), Joined(_forms.Select(form => form.ToString()))]);
        Wording = string.Join(" ", Words(events, pages, forms));
    }

    /// <summary>Two patterns with the same key count the same acts.</summary>
    public string Key { get; }

    /// <summary>As one would speak of it: <c>pageview on /pricing</c>.</summary>
    public string Wording { get; }

    public bool Matches(in Activity activity, SignalDefinitions signals)
    {
        if (_signal != Signal.None && (signals.Of(activity) & _signal) == 0) return false;
        if (_events.Length > 0 ? !IsNamed(activity) : !IsOfItsKind(activity)) return false;
        if (_pages.Length > 0 && !(activity.Path is { } path && Array.Exists(_pages, page => page.Matches(path)))) return false;
        return _forms.Length == 0
            || (activity.Form is { } form && form.Split('\n').Any(line => line.Length > 0 && Array.Exists(_forms, glob => glob.Matches(line))));
    }

    public bool Equals(ActPattern? other) => other is not null && Key == other.Key;

    public override bool Equals(object? obj) => Equals(obj as ActPattern);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    private bool IsNamed(in Activity activity)
    {
        foreach (var name in _events)
            if (name == activity.Type || string.Equals(name, activity.Name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>A path alone means views of it, and a form alone that it was sent.</summary>
    private bool IsOfItsKind(in Activity activity) =>
        _forms.Length > 0 ? FormTypes.Contains(activity.Type, StringComparer.Ordinal)
        : _pages.Length == 0 || activity.Type == ActivityTypes.PageView;

    private IEnumerable<string> Words(IReadOnlyList<string> events, IReadOnlyList<string> pages, IReadOnlyList<string> forms)
    {
        if (_signal != Signal.None) yield return SignalNames.Name(_signal);
        if (events.Count > 0) yield return string.Join(" or ", events);
        else if (forms.Count > 0) yield return "form";
        else if (pages.Count > 0) yield return ActivityTypes.PageView;
        if (forms.Count > 0) yield return string.Join(" or ", forms);
        if (pages.Count > 0) yield return $"on {string.Join(" or ", pages)}";
    }

    private static string Joined(IEnumerable<string> texts) => string.Concat(texts.Select(text => $"{text.Length}:{text}"));
}
