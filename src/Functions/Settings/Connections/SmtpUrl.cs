using PersonalizationEngine.Adapters.Smtp;

namespace PersonalizationEngine.Functions.Settings.Connections;

/// <summary><c>smtp://user:password@host:587</c>, <c>smtps://…</c> with TLS from the first byte.</summary>
internal static class SmtpUrl
{
    public const string Accepted = "must be smtp://[user:password@]host[:587] or smtps:// (port 465), with ?tls=none for a server without TLS, "
        + "and SMTP_FROM the sender, as in Shop <hello@example.com>";

    private const int SubmissionPort = 587, TlsPort = 465, Connections = 20;

    /// <returns>Null when it is not of the accepted form.</returns>
    public static SmtpOptions? Parse(string text, string from)
    {
        if (ServerUrl.Parse(text, "smtp", "smtps") is not { Path.Length: 0 } url || !SmtpRegistration.IsSender(from)) return null;
        var isSecure = url.Scheme == "smtps";
        var tls = url.Parameters.GetValueOrDefault("tls", "required");
        if (tls is not ("required" or "none")) return null;
        return new SmtpOptions(url.Host, url.Port ?? (isSecure ? TlsPort : SubmissionPort), isSecure, url.User, url.Password, from, Connections)
        {
            AllowsPlain = tls == "none",
        };
    }
}
