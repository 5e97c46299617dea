using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PersonalizationEngine.Engine.Access;

namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>
/// Sessions of the dashboard: a JSON web token in a cookie that scripts cannot read and other sites cannot send. No process keeps
/// anything of them, so any instance takes any session.
/// </summary>
/// <param name="key">At least 32 bytes, the same on every instance.</param>
public sealed class DashboardSessions(byte[] key, TimeProvider time)
{
    private const string Cookie = "dashboard_session", Issuer = "personalization-engine/dashboard", RoleClaim = "role";

    /// <summary>After it, one signs in again.</summary>
    internal static readonly TimeSpan Life = TimeSpan.FromHours(12);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };
    private readonly SymmetricSecurityKey _signing = new(key);

    internal void Begin(HttpContext http, string name, AccessRole role)
    {
        var now = time.GetUtcNow();
        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Subject = new ClaimsIdentity(
            [
                new Claim(JwtRegisteredClaimNames.Jti, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))),
                new Claim(JwtRegisteredClaimNames.Sub, name),
                new Claim(RoleClaim, role.ToString()),
            ]),
            IssuedAt = now.UtcDateTime,
            Expires = (now + Life).UtcDateTime,
            SigningCredentials = new SigningCredentials(_signing, SecurityAlgorithms.HmacSha256),
        });
        http.Response.Cookies.Append(Cookie, token, Options(http, Life));
    }

    internal static void End(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options(http, null));

    /// <returns>Null where nobody is signed in.</returns>
    internal async Task<DashboardSession?> ReadAsync(HttpRequest request)
    {
        if (request.Cookies[Cookie] is not { Length: > 0 } token) return null;
        var found = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = _signing,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RequireSignedTokens = true,
            ValidIssuer = Issuer,
            ValidateAudience = false,
            // With the clock of the engine, below.
            ValidateLifetime = false,
        });
        if (!found.IsValid || found.SecurityToken is not JsonWebToken read || read.ValidTo <= time.GetUtcNow().UtcDateTime) return null;
        return read.TryGetPayloadValue<string>(RoleClaim, out var role) && Enum.TryParse<AccessRole>(role, out var known)
            ? new DashboardSession(read.Id, read.Subject, known)
            : null;
    }

    /// <summary>What forms of a session carry; no other session's fits.</summary>
    internal string CsrfOf(DashboardSession session) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"csrf {session.Id}")));

    internal bool IsCsrf(DashboardSession session, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CsrfOf(session)), Encoding.UTF8.GetBytes(given));

    private static CookieOptions Options(HttpContext http, TimeSpan? life) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = "/dashboard",
        MaxAge = life,
    };
}
