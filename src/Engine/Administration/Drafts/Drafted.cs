namespace PersonalizationEngine.Engine.Administration.Drafts;

/// <param name="Live">The definition as it is until the draft is published.</param>
public sealed record Drafted<T>(Draft Draft, Stored<T> Live)
    where T : class;
