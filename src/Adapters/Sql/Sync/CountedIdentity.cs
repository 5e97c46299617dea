using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Adapters.Sql.Sync;

/// <summary>A row of <c>identities</c> with what was counted of it.</summary>
internal static class CountedIdentity
{
    private static readonly string[] Key = ["identity"];
    private static readonly string[] Counted = ["behaviour", "fingerprint", "read_in_run"];
    private static readonly string[] Columns = ["identity", "person_id", "linked_at", .. Counted];

    /// <summary>Of an id that a person gets now.</summary>
    public static SqlInsert Add(ISqlDialect dialect) => dialect.Upsert("identities", Key, Columns);

    /// <summary>Of an id that is there: whose it is stays, though a row cannot be written without.</summary>
    public static SqlInsert Count(ISqlDialect dialect) => dialect.Upsert("identities", Key, Columns, Counted);

    public static object Parameters(MetVisitor visitor, string? owner, DateTimeOffset now) => new
    {
        identity = visitor.VisitorId,
        person_id = owner ?? "",
        linked_at = UnixMilliseconds.From(now),
        behaviour = BehaviourColumn.Write(visitor.Behaviour),
        fingerprint = BehaviourFingerprint.Of(visitor.Behaviour),
        read_in_run = UnixMilliseconds.From(visitor.Run),
    };
}
