namespace PersonalizationEngine.Functions.Tests.Scoring.Independent;

/// <summary>One thing a person did, as the generator knows it: the truth that the engine only hears of.</summary>
/// <param name="Type">Rybbit's or the CDP's event type; a dot in it tells the CDP's.</param>
/// <param name="Form">Name of a form.</param>
/// <param name="Session">Null when the site tells none.</param>
internal sealed record Deed(
    DateTimeOffset At, string Type, string Site = "1", string? Session = null, string? Path = null, string? Name = null, string? Form = null)
{
    /// <summary>To the millisecond, as senders tell it.</summary>
    public DateTimeOffset At { get; } = DateTimeOffset.FromUnixTimeMilliseconds(At.ToUnixTimeMilliseconds());

    public bool IsVisit => !Type.Contains('.', StringComparison.Ordinal);
}
