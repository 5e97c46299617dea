namespace PersonalizationEngine.Engine.Administration.History;

/// <summary>What can happen to a definition, as it is stored and shown.</summary>
public static class Happenings
{
    public const string Added = "added", Changed = "changed", Removed = "removed", Published = "published", RolledBack = "rolled_back";

    /// <summary>It was like this when its history began to be kept.</summary>
    public const string Found = "found";
}
