namespace PersonalizationEngine.Functions.Settings;

/// <summary>Which part of the house goes by a section of the file.</summary>
internal static class SettingsRooms
{
    public static string Of(string key) => key.Split(':')[0] switch
    {
        "scoring" => "Core/Scoring",
        "signals" => "Core/Profiles/Signals",
        "items" => "Engine/Ingestion/Items",
        "recommendations" => "Core/Recommendations",
        "experiments" => "Core/Experiments",
        "rules" => "Engine/Administration",
        "access" => "Functions/Access",
        "consent" => "Core/Profiles/Consent",
        "identity" => "Engine/Identity",
        "channels" => "Engine/Delivery/Providers",
        "delivery" => "Core/Delivery, Engine/Delivery",
        "endpoints" => "Engine/Delivery/Endpoints",
        "slots" => "Core/Decisions",
        "decisions" => "Engine/Decisions",
        "cache" => "Engine/Personalization/Snapshots",
        "retention" => "Engine/Retention",
        "rybbit" => "Engine/Sync/Behaviour, Adapters/ClickHouse",
        "cdp" => "Engine/Sync/Customers, Adapters/Cdp",
        "gorse" => "Engine/Sync/Gorse, Adapters/Gorse",
        "graphql" => "Functions/GraphQl",
        "dashboard" => "Functions/Dashboard",
        "telemetry" => "Engine/Telemetry",
        var section => throw new ArgumentOutOfRangeException(nameof(key), section, "Whose section is it?"),
    };
}
