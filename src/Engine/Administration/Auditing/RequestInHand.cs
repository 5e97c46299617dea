namespace PersonalizationEngine.Engine.Administration.Auditing;

/// <summary>
/// The id of the request that is being answered. It goes along by itself, as the trace of a request does: the desks on the way
/// need not hand on what the audit alone asks for.
/// </summary>
public static class RequestInHand
{
    public const int LongestId = 100;

    private static readonly AsyncLocal<string?> Current = new();

    /// <summary>Null where no request is being answered.</summary>
    public static string? Id => Current.Value;

    /// <summary>Holds for what is called from here on, and for nobody else.</summary>
    public static void Begin(string id) => Current.Value = id.Length <= LongestId ? id : id[..LongestId];
}
