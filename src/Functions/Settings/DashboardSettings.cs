using PersonalizationEngine.Functions.Dashboard.Access;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>dashboard</c>.</summary>
internal static class DashboardSettings
{
    public static DashboardRules Read(SettingsReader reader) => new(reader.Flag("dashboard:entra", false));
}
