namespace PersonalizationEngine.Core.Profiles;

/// <summary>One thing a person did, as far as scoring and segments need it.</summary>
/// <param name="At">When it happened, not when it arrived.</param>
/// <param name="Origin">The system that saw it.</param>
/// <param name="Type">Rybbit's event type (<c>pageview</c>, <c>form_submit</c> …) or the CDP's (<c>email.opened</c> …).</param>
/// <param name="Name">Name of a custom event.</param>
/// <param name="Path">Path of the page, without host and query.</param>
/// <param name="Form">Id, name and action of a form, one a line, as many as are known.</param>
/// <param name="Site">Session ids are unique only within a site.</param>
/// <param name="Session">Empty when the sender did not say; then 30 minutes of inactivity end a session.</param>
public readonly record struct Activity(
    DateTimeOffset At,
    ActivityOrigin Origin,
    string Type,
    string? Name = null,
    string? Path = null,
    string? Form = null,
    string? Site = null,
    string? Session = null);
