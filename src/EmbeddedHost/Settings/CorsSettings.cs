using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Configuration;

namespace EmbeddedHost.Settings;

/// <summary>Which other sites' pages may call, from the Host section of local.settings.json.</summary>
internal static class CorsSettings
{
    /// <summary>Null where <c>Host.CORS</c> is not set: then no other site's page may call.</summary>
    public static Action<CorsPolicyBuilder>? Read(IConfiguration configuration)
    {
        if (configuration["Host:CORS"] is not { Length: > 0 } text) return null;
        var origins = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var withCredentials = bool.TryParse(configuration["Host:CORSCredentials"], out var flag) && flag;
        return policy =>
        {
            policy.WithOrigins(origins).AllowAnyHeader().AllowAnyMethod();
            if (withCredentials && !origins.Contains("*")) policy.AllowCredentials();
        };
    }
}
