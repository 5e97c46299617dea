using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Engine.Access;

namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>
/// Accounts of Entra, as the authentication of App Service tells of them. It takes the header away from whoever sends one; without
/// it anybody could write one, so it is read only where the setting asks for it and Azure says that it stands before the app.
/// </summary>
/// <param name="isOn">The setting and Azure's word together.</param>
public sealed class EntraAccounts(bool isOn)
{
    private const string Header = "x-ms-client-principal", Provider = "aad";
    private const int MaxLength = 64 * 1024, LongestName = 100;

    private static readonly string[] Ids = ["oid", "http://schemas.microsoft.com/identity/claims/objectidentifier"];
    private static readonly string[] Names =
        ["preferred_username", "upn", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress"];

    /// <returns>Null without an account, and for one without a role: nobody has one by default.</returns>
    internal KeyHolder? Find(HttpRequest request)
    {
        var header = request.Headers[Header];
        if (!isOn || header.Count != 1 || header[0] is not { Length: > 0 and <= MaxLength } told) return null;
        try
        {
            using var principal = JsonDocument.Parse(Convert.FromBase64String(told));
            return Read(principal.RootElement);
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <exception cref="InvalidOperationException">Something in it is not of the kind it should be.</exception>
    private static KeyHolder? Read(JsonElement principal)
    {
        if (principal.ValueKind != JsonValueKind.Object || !principal.TryGetProperty("auth_typ", out var kind) || kind.GetString() != Provider) return null;
        if (!principal.TryGetProperty("claims", out var list)) return null;
        var claims = list.EnumerateArray()
            .Select(claim => (Type: claim.TryGetProperty("typ", out var type) ? type.GetString() : null, Value: claim.TryGetProperty("val", out var value) ? value.GetString() : null))
            .Where(claim => claim is { Type: not null, Value.Length: > 0 }).ToList();
        if (claims.Where(claim => Ids.Contains(claim.Type)).Select(claim => claim.Value!).Distinct(StringComparer.Ordinal).ToList() is not [var id]) return null;
        var roles = claims.Where(claim => claim.Type == "roles").Select(claim => AccessRoles.Find(claim.Value)).OfType<AccessRole>().ToList();
        return roles.Count == 0 ? null : new KeyHolder(NameOf(claims, id), roles.Max(), KeySource.Entra, id);
    }

    /// <summary>Never one that a personal key could have.</summary>
    private static string NameOf(List<(string? Type, string? Value)> claims, string id)
    {
        var name = Names.Select(type => claims.Find(claim => claim.Type == type).Value).FirstOrDefault(value => value is not null) ?? id;
        if (!name.Contains('@')) name = $"entra:{name}";
        return name.Length > LongestName ? name[..LongestName] : name;
    }
}
