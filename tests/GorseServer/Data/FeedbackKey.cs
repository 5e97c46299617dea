namespace PersonalizationEngine.GorseServer.Data;

/// <summary>Ordered as lists of feedback are: by type, user and item, each byte for byte.</summary>
public readonly record struct FeedbackKey(string FeedbackType, string UserId, string ItemId) : IComparable<FeedbackKey>
{
    public int CompareTo(FeedbackKey other)
    {
        var byType = string.CompareOrdinal(FeedbackType, other.FeedbackType);
        if (byType != 0) return byType;
        var byUser = string.CompareOrdinal(UserId, other.UserId);
        return byUser != 0 ? byUser : string.CompareOrdinal(ItemId, other.ItemId);
    }

    public static bool operator <(FeedbackKey left, FeedbackKey right) => left.CompareTo(right) < 0;
    public static bool operator >(FeedbackKey left, FeedbackKey right) => left.CompareTo(right) > 0;
    public static bool operator <=(FeedbackKey left, FeedbackKey right) => left.CompareTo(right) <= 0;
    public static bool operator >=(FeedbackKey left, FeedbackKey right) => left.CompareTo(right) >= 0;
}
