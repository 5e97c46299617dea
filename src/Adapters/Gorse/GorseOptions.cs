using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Adapters.Gorse;

/// <summary>Where Gorse is and how long it is waited for.</summary>
/// <param name="Address">Of its REST server, without <c>/api</c>.</param>
/// <param name="ApiKey">Sent as <c>X-API-Key</c>; null when Gorse is open.</param>
public sealed record GorseOptions(Uri Address, string? ApiKey)
{
    /// <summary>How long a person waits for Gorse before the embedded recommender answers. Default 100 ms.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long Gorse is left alone when too many calls failed. Default 2 s.</summary>
    public TimeSpan Break { get; init; } = OutsideSystemOptions.Default.Break;

    /// <summary>How long a batch of up to 1,000 rows may take to be written. Default 30 s.</summary>
    public TimeSpan WriteBudget { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many items Gorse is asked for, whatever page is asked of us: the same for all pages, so that they neither overlap
    /// nor skip. Default 200: twice what Gorse keeps for a person.
    /// </summary>
    public int Candidates { get; init; } = 200;

    /// <summary>What is printed of it; the key is not.</summary>
    public override string ToString() => $"{Address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}, {(ApiKey is null ? "open" : "with a key")}";
}
