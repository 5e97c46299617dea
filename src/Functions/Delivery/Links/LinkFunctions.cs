using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Delivery.Links;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Delivery.Links;

/// <summary>Where the links of messages lead first. They carry all they need, sealed: nobody can make one that leads elsewhere.</summary>
[PathParameter("token", "From a message.", MaxLength = LinkKey.MaxLength, Example = "bXNnXzE")]
public sealed class LinkFunctions(LinkTokens tokens, FollowLink follow)
{
    /// <summary>A picture of one point that shows nothing.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String("R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==");

    /// <summary>Follows a link of a message, and counts it.</summary>
    [Function("FollowMessageLink")]
    [Answers(StatusCodes.Status302Found)]
    [Fails(StatusCodes.Status404NotFound)]
    public async Task<IResult> ClickAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "c/{token}")] HttpRequest request, string token, CancellationToken cancellationToken)
    {
        if (tokens.ReadTracked(token) is not { } link) return ProblemAnswer.NotFound("The link is not one of ours, or not all of it.");
        if (Automaton.WhyNotCounted(request) is null) await follow.ClickAsync(link, cancellationToken);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        request.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        // As it was written: what .NET makes of an address need not be what the website knows it by.
        request.HttpContext.Response.Headers.Location = UrlHeader.Of(link.Url);
        return Results.StatusCode(StatusCodes.Status302Found);
    }

    /// <summary>The picture in an email by which its opening is seen.</summary>
    [Function("ShowMessagePicture")]
    [Answers(StatusCodes.Status200OK, Schema = "Picture", MediaType = "image/gif")]
    [Fails(StatusCodes.Status404NotFound)]
    public async Task<IResult> OpenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "o/{token}")] HttpRequest request, string token, CancellationToken cancellationToken)
    {
        if (tokens.ReadOpened(token) is not { } message) return ProblemAnswer.NotFound("The link is not one of ours, or not all of it.");
        if (Automaton.WhyNotCounted(request) is null) await follow.OpenAsync(message, cancellationToken);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(Picture, "image/gif");
    }
}
