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
    private const string Cookie = "dashboard_session", Issuer = "personalization-engine/dashboard";
    private const string RoleClaim = "role", SourceClaim = "source", MarkClaim = "mark";

    /// <summary>After it, one signs in again.</summary>
    internal static readonly TimeSpan Life = TimeSpan.FromHours(12);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };
    private readonly SymmetricSecurityKey _signing = new(key);

    internal DashboardSession Begin(HttpContext http, KeyHolder holder)
    {
        var now = time.GetUtcNow();
        var session = new DashboardSession(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), holder.Name, holder.Role, holder.Source, holder.Mark);
        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Subject = new ClaimsIdentity(
            [
                new Claim(JwtRegisteredClaimNames.Jti, session.Id),
                new Claim(JwtRegisteredClaimNames.Sub, session.Name),
                new Claim(RoleClaim, session.Role.ToString()),
                new Claim(SourceClaim, session.Source.ToString()),
                new Claim(MarkClaim, session.Mark),
            ]),
            IssuedAt = now.UtcDateTime,
            Expires = (now + Life).UtcDateTime,
            SigningCredentials = new SigningCredentials(_signing, SecurityAlgorithms.HmacSha256),
        });
        http.Response.Cookies.Append(Cookie, token, Options(http, Life));
        return session;
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
        return Find<AccessRole>(read, RoleClaim) is { } role && Find<KeySource>(read, SourceClaim) is { } source && read.TryGetPayloadValue<string>(MarkClaim, out var mark)
            ? new DashboardSession(read.Id, read.Subject, role, source, mark)
            : null;
    }

    private static T? Find<T>(JsonWebToken token, string claim)
        where T : struct, Enum => token.TryGetPayloadValue<string>(claim, out var text) && Enum.TryParse<T>(text, out var value) ? value : null;

    /// <summary>What forms of a session carry; no other session's fits.</summary>
    internal string CsrfOf(DashboardSession session) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"csrf {session.Id}")));

    internal bool IsCsrf(DashboardSession session, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CsrfOf(session)), Encoding.UTF8.GetBytes(given));

    private static CookieOptions Options(HttpContext http, TimeSpan? life) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = OwnRequest.IsEncrypted(http.Request),
        Path = "/dashboard",
        MaxAge = life,
    };
}
