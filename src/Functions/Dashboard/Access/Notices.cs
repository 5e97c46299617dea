using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>What is told once on the page after a change: kept by the browser in between, so that no address carries texts of others.</summary>
internal static class Notices
{
    private const string Cookie = "dashboard_notice";
    private const int MaxLength = 2000;

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    public static void Leave(HttpContext http, string notice) =>
        http.Response.Cookies.Append(Cookie, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(notice[..Math.Min(notice.Length, MaxLength / 4)])), Options(http, Life));

    public static string? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 and <= MaxLength } kept || !HttpMethods.IsGet(http.Request.Method)) return null;
        http.Response.Cookies.Delete(Cookie, Options(http, null));
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(kept));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext http, TimeSpan? life) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/dashboard", MaxAge = life,
    };
}
