namespace PersonalizationEngine.Engine.Administration.Auditing;

/// <summary>Something an administrator has changed, as it is kept for good.</summary>
/// <param name="By">The name of the key it was done with; <c>engine</c> and the like where no person did it.</param>
/// <param name="Kind">What sort of thing was changed: one of <see cref="AuditedKinds"/>, or a kind of definition as it is stored. 40 characters at most.</param>
/// <param name="Subject">Which one, by its id. 300 characters at most.</param>
/// <param name="Action">What was done to it, as in <c>changed</c>. 60 characters at most.</param>
public sealed record AuditEntry(DateTimeOffset At, string By, string Kind, string Subject, string Action)
{
    /// <summary>It has since; null for what has no versions.</summary>
    public int? Version { get; init; }

    public string? ApprovedBy { get; init; }

    /// <summary>In the words of who did it, or why there is nothing to tell of before and after. 1,000 characters at most.</summary>
    public string? Reason { get; init; }

    /// <summary>What it was, as JSON; null when there was none.</summary>
    public string? Before { get; init; }

    /// <summary>What it is, as JSON; null when there is none any more.</summary>
    public string? After { get; init; }

    /// <summary>The request it was done by, for whoever looks for it in the logs; null where no request did it. 100 characters at most.</summary>
    public string? RequestId { get; init; } = RequestInHand.Id;
}
