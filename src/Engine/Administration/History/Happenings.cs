namespace PersonalizationEngine.Engine.Administration.History;

/// <summary>What can happen to a definition, as it is stored and shown.</summary>
public static class Happenings
{
    public const string Added = "added", Changed = "changed", Removed = "removed", Published = "published", RolledBack = "rolled_back";

    /// <summary>Of a draft beside what is live.</summary>
    public const string DraftSaved = "draft_saved", DraftApproved = "draft_approved", DraftDropped = "draft_dropped";

    /// <summary>It was like this when its history began to be kept.</summary>
    public const string Found = "found";
}
