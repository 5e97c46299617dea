using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.SignIn;
using PersonalizationEngine.Engine.Access;

namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>The way in and out.</summary>
public sealed class SignInFunctions(DashboardGate gate, DashboardSessions sessions, SignedIn signedIn, SignIns signIns)
{
    private const string EntrasOwn = "/.auth/logout?post_logout_redirect_uri=/dashboard/sign-in";

    /// <summary>Asks for a key; whoever has proven an account already is not asked.</summary>
    [Function("DashboardSignIn")]
    public async Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/sign-in")] HttpRequest request)
    {
        var to = LocalAddress.Of(request.Query["to"]);
        return signedIn.HasAccount(request) ? new SeeOther(to) : await gate.ShowToAnybodyAsync<SignInPage>(request, 200, null, (nameof(SignInPage.To), to));
    }

    /// <summary>Lets in whoever has a key.</summary>
    [Function("DashboardTakeKey")]
    public async Task<IResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/sign-in")] HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await DashboardForms.ReadAsync(request, cancellationToken);
        var to = LocalAddress.Of(form?["to"]);
        var (status, fault) = await signIns.TakeAsync(request, form?["key"] ?? "", cancellationToken);
        return fault is null ? new SeeOther(to) : await gate.ShowToAnybodyAsync<SignInPage>(request, status, fault, (nameof(SignInPage.To), to));
    }

    /// <summary>Ends the session, and with an account of Entra that one's as well: it would begin the next at once.</summary>
    [Function("DashboardSignOut")]
    public Task<IResult> OutAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/sign-out")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Viewer, async (visit, _) =>
        {
            var session = await sessions.ReadAsync(request);
            DashboardSessions.End(request.HttpContext);
            return visit.Go(session?.Source == KeySource.Entra ? EntrasOwn : "/dashboard/sign-in");
        });
}
