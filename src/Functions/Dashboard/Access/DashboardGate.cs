using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Administration.Auditing;

namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>What every request of the dashboard goes through: who it is, what they may, and that a change comes from one of our own forms.</summary>
public sealed class DashboardGate
{
    private const string SignIn = "/dashboard/sign-in";

    private readonly DashboardSessions _sessions;
    private readonly DashboardWriter _writer;
    private readonly TimeProvider _time;

    internal DashboardGate(DashboardSessions sessions, DashboardWriter writer, TimeProvider time) => (_sessions, _writer, _time) = (sessions, writer, time);

    /// <summary>Shows a page to whoever signed in.</summary>
    internal Task<IResult> ShowAsync<TPage>(HttpRequest request, params (string Name, object? Value)[] parameters)
        where TPage : IComponent => AnswerAsync(request, AccessRole.Viewer, _ => Task.FromResult<DashboardAnswer>(new DashboardAnswer.Page(typeof(TPage), parameters)));

    /// <summary>Answers a request that changes nothing.</summary>
    internal async Task<IResult> AnswerAsync(HttpRequest request, AccessRole role, Func<Visit, Task<DashboardAnswer>> answer)
    {
        if (await _sessions.ReadAsync(request) is not { } session) return new SeeOther($"{SignIn}?to={Uri.EscapeDataString(request.Path + request.QueryString)}");
        var visit = Begin(request, session, null);
        return await _writer.WriteAsync(request, visit, () => session.Role >= role ? answer(visit) : Task.FromResult(Refuse(visit, role)));
    }

    /// <summary>Takes a form from whoever may send it.</summary>
    internal async Task<IResult> ChangeAsync(HttpRequest request, AccessRole role, Func<Visit, PostedForm, Task<DashboardAnswer>> change)
    {
        if (await _sessions.ReadAsync(request) is not { } session) return new SeeOther(SignIn);
        var form = await DashboardForms.ReadAsync(request, request.HttpContext.RequestAborted);
        var visit = Begin(request, session, form);
        return await _writer.WriteAsync(request, visit, () =>
        {
            if (form is null) return Task.FromResult(Fail(visit, 400, "Not understood", "What was sent is no form of these pages, or it is larger than 1 MB."));
            if (!IsFromHere(request) || !_sessions.IsCsrf(session, form["csrf"]))
                return Task.FromResult(Fail(visit, 403, "Not taken", "This form does not come from a page of your session. Open the page again and send it from there."));
            if (session.Role < role) return Task.FromResult(Refuse(visit, role));
            RequestInHand.Begin(request.HttpContext.TraceIdentifier);
            return change(visit, form);
        });
    }

    /// <summary>Shows a page that needs no session.</summary>
    internal Task<IResult> ShowToAnybodyAsync<TPage>(HttpRequest request, int status, string? fault, params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        var visit = Begin(request, new DashboardSession("", "", AccessRole.Viewer), null);
        if (fault is not null) visit.Fault("", fault);
        return _writer.WriteAsync(request, visit, () => Task.FromResult(visit.Show<TPage>(status, parameters)));
    }

    /// <summary>Browsers say which site a form was sent from.</summary>
    internal static bool IsFromHere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site") return false;
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    private static DashboardAnswer Refuse(Visit visit, AccessRole role) => Fail(
        visit, 403, "Not allowed", $"This needs the role {role.ToString().ToLowerInvariant()}; yours is {visit.Role.ToString().ToLowerInvariant()}.");

    private static DashboardAnswer Fail(Visit visit, int status, string title, string text) =>
        visit.Show<FailurePage>(status, (nameof(FailurePage.Title), title), (nameof(FailurePage.Text), text));

    private Visit Begin(HttpRequest request, DashboardSession session, PostedForm? form) => new(
        session.Name, session.Role, session.Id.Length > 0 ? _sessions.CsrfOf(session) : "", request.Path.Value ?? "/dashboard",
        request.Query.ToDictionary(one => one.Key, one => one.Value.FirstOrDefault() ?? "", StringComparer.Ordinal), _time.GetUtcNow(), request.HttpContext.RequestAborted)
    {
        Form = form,
        Notice = Notices.Take(request.HttpContext),
    };
}
