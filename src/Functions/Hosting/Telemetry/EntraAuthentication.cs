namespace PersonalizationEngine.Functions.Hosting.Telemetry;

/// <summary><c>APPLICATIONINSIGHTS_AUTHENTICATION_STRING</c>, as in <c>ClientId=…;Authorization=AAD</c>.</summary>
/// <param name="ClientId">Of a user-assigned identity; null for the app's own.</param>
internal sealed record EntraAuthentication(string? ClientId)
{
    /// <summary>Null unless it asks for Entra.</summary>
    public static EntraAuthentication? Parse(string? text)
    {
        var parts = (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToLookup(part => part[0].Trim(), part => part[1].Trim(), StringComparer.OrdinalIgnoreCase);
        return string.Equals(parts["Authorization"].FirstOrDefault(), "AAD", StringComparison.OrdinalIgnoreCase)
            ? new EntraAuthentication(parts["ClientId"].FirstOrDefault() is { Length: > 0 } id ? id : null)
            : null;
    }
}
