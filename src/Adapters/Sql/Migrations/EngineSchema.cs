namespace PersonalizationEngine.Adapters.Sql.Migrations;

/// <summary>The schema that this engine works with.</summary>
public static class EngineSchema
{
    /// <summary>The newest migration there is; raise it with each new one (a test compares).</summary>
    public const long Newest = 2026_11_23_0032;
}
