using System.Security.Claims;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Functions.Access;

/// <summary>
/// Tokens that say who a browser belongs to: JSON web tokens (RFC 7519), signed with HMAC-SHA-256, so that the customer's server
/// can make them with any library. <c>sub</c> is the id and <c>exp</c> the end; <c>aud</c>, when there, is the key of the only site they hold for.
/// </summary>
public sealed class PersonTokens
{
    private const string KindClaim = "kind", VisitorKind = "visitor";

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };
    private readonly IReadOnlyList<SecurityKey> _keys;
    private readonly TimeProvider _time;

    /// <param name="secrets">The first signs, each may have signed: so a secret is changed without a gap.</param>
    internal PersonTokens(IReadOnlyList<string> secrets, AccessRules rules, TimeProvider time)
    {
        _keys = [.. secrets.Select(secret => new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)))];
        (Rules, _time) = (rules, time);
    }

    internal AccessRules Rules { get; }

    internal PersonToken ForPerson(string userId, TimeSpan life, string? site) => Make(userId, life, site, []);

    internal PersonToken ForVisitor(string userId, string site) =>
        Make(userId, Rules.LongestVisit, site, [new Claim(KindClaim, VisitorKind)]);

    /// <returns>Who it is, or why nobody.</returns>
    internal async Task<(Caller? Caller, string? Refusal)> ReadAsync(string token, string site)
    {
        var checkedToken = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKeys = _keys,
            TryAllIssuerSigningKeys = true,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RequireSignedTokens = true,
            ValidateIssuer = false,
            ValidateAudience = false,
            // With the clock of the engine, below.
            ValidateLifetime = false,
        });
        if (!checkedToken.IsValid) return (null, "The token is none that was signed with a secret of this engine.");

        var read = (JsonWebToken)checkedToken.SecurityToken;
        var isVisitor = read.TryGetPayloadValue<string>(KindClaim, out var kind) && kind == VisitorKind;
        return WhyNot(read, isVisitor, site) is { } refusal ? (null, refusal) : (new Caller(read.Subject, isVisitor), null);
    }

    private string? WhyNot(JsonWebToken token, bool isVisitor, string site)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        var life = isVisitor ? Rules.LongestVisit : Rules.LongestToken;
        if (!PersonId.IsValid(token.Subject)) return $"The token's sub {PersonId.Accepted}.";
        if (token.ValidTo == DateTime.MinValue) return "The token must have an exp, in seconds since 1970.";
        if (token.ValidTo < now - ClockSkew) return "The token has expired.";
        if (token.ValidFrom > now + ClockSkew) return "The token does not hold yet.";
        if (token.ValidTo > now + life + ClockSkew) return $"The token's exp must be at most {life.TotalMinutes:0} minutes ahead.";
        return token.Audiences.Any() && !token.Audiences.Contains(site, StringComparer.Ordinal) ? "The token is for another site." : null;
    }

    private PersonToken Make(string userId, TimeSpan life, string? site, IReadOnlyList<Claim> claims)
    {
        // Tokens tell whole seconds.
        var now = DateTimeOffset.FromUnixTimeSeconds(_time.GetUtcNow().ToUnixTimeSeconds());
        var expires = now + life;
        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Subject = new ClaimsIdentity([new Claim(JwtRegisteredClaimNames.Sub, userId), .. claims]),
            Audience = site,
            IssuedAt = now.UtcDateTime,
            Expires = expires.UtcDateTime,
            SigningCredentials = new SigningCredentials(_keys[0], SecurityAlgorithms.HmacSha256),
        });
        return new PersonToken(token, userId, expires);
    }
}
