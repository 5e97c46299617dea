namespace PersonalizationEngine.Adapters.Smtp;

/// <param name="IsSecure">TLS from the first byte (<c>smtps</c>). Without it the server is asked for STARTTLS.</param>
/// <param name="From">The sender, as in <c>Shop &lt;hello@example.com&gt;</c>.</param>
/// <param name="Connections">Open at a time at most.</param>
public sealed record SmtpOptions(string Host, int Port, bool IsSecure, string? User, string? Password, string From, int Connections)
{
    /// <summary>Connections to a server elsewhere are never plain unless this says so.</summary>
    public bool AllowsPlain { get; init; }
}
