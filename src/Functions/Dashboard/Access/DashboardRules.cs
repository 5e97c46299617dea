namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>What the dashboard is told by settings.</summary>
/// <param name="Entra">Whether accounts of Entra come in, by the authentication of App Service. Default no.</param>
internal sealed record DashboardRules(bool Entra);
