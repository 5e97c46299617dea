namespace PersonalizationEngine.Adapters.Entra;

/// <summary>What a token is for, as Azure names its services.</summary>
public static class EntraScopes
{
    /// <summary>Azure Database for MySQL.</summary>
    public const string MySql = "https://ossrdbms-aad.database.windows.net/.default";

    /// <summary>Azure Managed Redis.</summary>
    public const string Redis = "https://redis.azure.com/.default";
}
