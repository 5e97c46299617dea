using System.Net.Http.Headers;
using System.Text;

namespace PersonalizationEngine.ClickHouseServer;

/// <summary>
/// Lets in the users <c>default</c> and <c>reader</c> by one password, in any of the three ways ClickHouse takes them. The
/// reader may read and change settings, nothing else (<c>readonly = 2</c>, as Rybbit makes the users of its own queries).
/// </summary>
internal sealed class Door(string password)
{
    private const string Everything = "default", Reader = "reader";

    /// <returns>ClickHouse's setting <c>readonly</c> for the caller.</returns>
    /// <exception cref="EngineException">Wrong or missing; the message is ClickHouse's.</exception>
    public int ReadOnlyOf(HttpRequest request)
    {
        var (user, given) = Credentials(request);
        if (user is not (Everything or Reader) || given != password)
            throw new EngineException($"Code: 516. DB::Exception: {user}: Authentication failed: password is incorrect, or there is no user with such name. (AUTHENTICATION_FAILED)");
        return user == Reader ? 2 : 0;
    }

    private static (string User, string Password) Credentials(HttpRequest request)
    {
        if (AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) && header is { Scheme: "Basic", Parameter: { } encoded })
        {
            var pair = Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
            var colon = pair.IndexOf(':', StringComparison.Ordinal);
            return colon < 0 ? (pair, "") : (pair[..colon], pair[(colon + 1)..]);
        }

        if (request.Headers.TryGetValue("X-ClickHouse-User", out var user)) return (user.ToString(), request.Headers["X-ClickHouse-Key"].ToString());
        return request.Query.TryGetValue("user", out user) ? (user.ToString(), request.Query["password"].ToString()) : (Everything, "");
    }
}
