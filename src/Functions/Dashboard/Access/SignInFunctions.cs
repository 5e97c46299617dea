using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.SignIn;
using PersonalizationEngine.Engine.Access;

namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>The way in and out.</summary>
public sealed class SignInFunctions(DashboardGate gate, DashboardSessions sessions, KeyHolders holders)
{
    /// <summary>Asks for a key.</summary>
    [Function("DashboardSignIn")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/sign-in")] HttpRequest request) =>
        gate.ShowToAnybodyAsync<SignInPage>(request, 200, null, (nameof(SignInPage.To), Local(request.Query["to"])));

    /// <summary>Lets in whoever has a key.</summary>
    [Function("DashboardTakeKey")]
    public async Task<IResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/sign-in")] HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await DashboardForms.ReadAsync(request, cancellationToken);
        var to = Local(form?["to"]);
        if (form is null || !DashboardGate.IsFromHere(request) || form["key"] is not { Length: > 0 } key || await holders.FindAsync(key, cancellationToken) is not { } who)
            return await gate.ShowToAnybodyAsync<SignInPage>(request, 403, "Nobody has this key.", (nameof(SignInPage.To), to));
        sessions.Begin(request.HttpContext, who.Name, who.Role);
        return new SeeOther(to);
    }

    /// <summary>Ends the session.</summary>
    [Function("DashboardSignOut")]
    public Task<IResult> OutAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/sign-out")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Viewer, (visit, _) =>
        {
            DashboardSessions.End(request.HttpContext);
            return Task.FromResult(visit.Go("/dashboard/sign-in"));
        });

    /// <summary>Nothing but our own pages: whoever made the link does not choose where one ends up.</summary>
    private static string Local(string? address) =>
        address is not null && address.StartsWith("/dashboard", StringComparison.Ordinal) && !address.Contains('\\') && !address.Any(char.IsControl) ? address : "/dashboard";
}
