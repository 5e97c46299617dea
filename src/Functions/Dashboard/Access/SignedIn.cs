using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Engine.Access;

namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>Who sends a request: whoever has a session whose key, or account, still holds.</summary>
public sealed class SignedIn
{
    private readonly DashboardSessions _sessions;
    private readonly KeyHolders _holders;
    private readonly EntraAccounts _entra;
    private readonly NoteSignIns _notes;

    internal SignedIn(DashboardSessions sessions, KeyHolders holders, EntraAccounts entra, NoteSignIns notes) =>
        (_sessions, _holders, _entra, _notes) = (sessions, holders, entra, notes);

    /// <returns>With the name and the role of now; null where nobody is signed in.</returns>
    internal async Task<DashboardSession?> FindAsync(HttpRequest request)
    {
        var session = await _sessions.ReadAsync(request);
        var account = _entra.Find(request);
        if (session is not null && await HolderAsync(request, session, account) is { } holder) return session with { Name = holder.Name, Role = holder.Role };
        // A form of a page that nobody was shown is none of ours: only a page begins a session.
        return account is not null && HttpMethods.IsGet(request.Method) ? await BeginAsync(request, account) : null;
    }

    /// <summary>Signs somebody in; the audit is told before the browser is.</summary>
    internal async Task<DashboardSession> BeginAsync(HttpRequest request, KeyHolder holder)
    {
        await _notes.NoteAsync(holder, request.HttpContext.RequestAborted);
        return _sessions.Begin(request.HttpContext, holder);
    }

    /// <summary>Whether an account comes in without being asked for a key.</summary>
    internal bool HasAccount(HttpRequest request) => _entra.Find(request) is not null;

    private async Task<KeyHolder?> HolderAsync(HttpRequest request, DashboardSession session, KeyHolder? account) => session.Source == KeySource.Entra
        ? account is { } present && present.Mark == session.Mark ? present : null
        : await _holders.FindAgainAsync(session, request.HttpContext.RequestAborted);
}
