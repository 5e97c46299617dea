namespace PersonalizationEngine.Engine.Administration.History;

/// <summary>Who changes a definition, when and why, and what is kept of the change.</summary>
/// <param name="Happened">One of <see cref="Happenings"/>.</param>
/// <param name="By">The name of the key it was done with.</param>
/// <param name="Document">The definition as JSON from then on; null when it is removed.</param>
public sealed record Edit(DateTimeOffset At, string Happened, string By, string? Document)
{
    /// <summary>In the words of who did it.</summary>
    public string? Reason { get; init; }

    public string? ApprovedBy { get; init; }

    /// <summary>The definition as it was, for one that was made before there was a history.</summary>
    public string? Before { get; init; }

    /// <summary>The revision of the draft that this makes live; it is a draft no more then.</summary>
    public int? Draft { get; init; }
}
