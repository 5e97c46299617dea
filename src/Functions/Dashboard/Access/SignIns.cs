using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Dashboard.SignIn;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Functions.Access;

namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>Takes a key for a session: from our own page, and from nobody who has tried too many.</summary>
public sealed partial class SignIns
{
    private readonly KeyHolders _holders;
    private readonly SignedIn _signedIn;
    private readonly FailedSignIns _failed;
    private readonly AccessRules _rules;
    private readonly ILogger _logger;

    internal SignIns(KeyHolders holders, SignedIn signedIn, FailedSignIns failed, AccessRules rules, ILogger<SignIns> logger) =>
        (_holders, _signedIn, _failed, _rules, _logger) = (holders, signedIn, failed, rules, logger);

    /// <returns>Without a fault the session has begun.</returns>
    internal async Task<(int Status, string? Fault)> TakeAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        if (!OwnRequest.IsFromHere(request)) return (403, "The form was sent from another site.");
        if (key.Length == 0) return (400, "A key is needed.");
        var address = ClientAddress.Of(request, _rules.Proxies);
        if (_failed.Begin(address) is { } wait) return TooMany(request, address, wait);
        try
        {
            var (holder, why) = await _holders.FindAsync(key, cancellationToken);
            if (holder is null)
            {
                Log.Refused(_logger, address);
                return (403, why);
            }

            _failed.Forgive(address);
            RequestInHand.Begin(request.HttpContext.TraceIdentifier);
            await _signedIn.BeginAsync(request, holder);
            return (200, null);
        }
        catch (OutsideSystemException)
        {
            _failed.Forgive(address);
            return (503, SignInPage.NoStore);
        }
    }

    private (int Status, string Fault) TooMany(HttpRequest request, string address, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        Log.Stopped(_logger, address, seconds);
        request.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return (429, $"Too many keys that nobody has were tried. Try again in {seconds} s.");
    }

    private static partial class Log
    {
        [LoggerMessage(760, LogLevel.Warning, "Somebody at {Address} tried to sign in to the dashboard with a key that nobody has.")]
        public static partial void Refused(ILogger logger, string address);

        [LoggerMessage(761, LogLevel.Warning, "Signing in to the dashboard is closed to {Address} for {Seconds} s: too many keys that nobody has were tried.")]
        public static partial void Stopped(ILogger logger, string address, int seconds);
    }
}
