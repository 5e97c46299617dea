namespace PersonalizationEngine.Engine.Leads.Timeline;

/// <summary>Something a person did, as it is shown to whoever looks at them.</summary>
/// <param name="Source"><c>rybbit</c> or <c>cdp</c>.</param>
/// <param name="Identity">The id it came with.</param>
/// <param name="Type">As of <see cref="Core.Profiles.Activity.Type"/>.</param>
public sealed record PersonEvent(
    long Id, DateTimeOffset At, string Source, string Identity, string Type, string? Name, string? Path, string? Form, string? ItemId);
