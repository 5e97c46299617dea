using System.Net.Mail;

namespace PersonalizationEngine.Functions.Settings.Connections;

/// <summary><c>smtp://user:password@host:587</c>, <c>smtps://…</c> with TLS from the first byte, and the sender beside it.</summary>
/// <param name="IsPlain">It may do without TLS.</param>
internal sealed record SmtpUrl(string Host, int Port, bool IsSecure, string? User, string? Password, string From, bool IsPlain)
{
    public const string Accepted = "must be smtp://[user:password@]host[:587] or smtps:// (port 465), with ?tls=none for a server without TLS, "
        + "and SMTP_FROM the sender, as in Shop <hello@example.com>";

    private const int SubmissionPort = 587, TlsPort = 465;

    /// <returns>Null when it is not of the accepted form.</returns>
    public static SmtpUrl? Parse(string text, string from)
    {
        if (ServerUrl.Parse(text, "smtp", "smtps") is not { Path.Length: 0 } url || !MailAddress.TryCreate(from, out _) || from.Any(char.IsControl)) return null;
        var isSecure = url.Scheme == "smtps";
        var tls = url.Parameters.GetValueOrDefault("tls", "required");
        return tls is "required" or "none"
            ? new SmtpUrl(url.Host, url.Port ?? (isSecure ? TlsPort : SubmissionPort), isSecure, url.User, url.Password, from, IsPlain: tls == "none")
            : null;
    }
}
