namespace PersonalizationEngine.Core.Recommendations;

/// <summary>An item that must stand in the list, whatever the person has met and whatever filters say.</summary>
/// <param name="ItemId">Left out when it is hidden, expired, withdrawn, excluded, looked at or unknown.</param>
/// <param name="Position">
/// Its place in the whole list, from 1; of two with one place the later moves on by one. The first free place when null.
/// Where the list is shorter, it stands at the end.
/// </param>
public sealed record PinnedItem(string ItemId, int? Position = null)
{
    /// <summary>The furthest place that can be given.</summary>
    public const int LastPosition = 1000;
}
