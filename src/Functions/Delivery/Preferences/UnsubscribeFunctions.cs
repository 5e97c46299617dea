using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Delivery.Links;
using PersonalizationEngine.Engine.Delivery.Preferences;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Delivery.Preferences;

/// <summary>
/// The way out of a list (RFC 8058). Mail programs post to it and are done; people who follow it see a page with a button, for
/// scanners of mail follow every link there is.
/// </summary>
[PathParameter("token", "From a message.", MaxLength = LinkKey.MaxLength, Example = "bXNnXzE")]
public sealed class UnsubscribeFunctions(LinkTokens tokens, MessageLinks links, ChoosePreferences choose, LeaveMessages leave)
{
    private const string OneClick = "One-Click";

    /// <summary>A page that asks whether somebody wants no more; nothing changes by looking at it.</summary>
    [Function("ShowUnsubscribePage")]
    [Answers(StatusCodes.Status200OK, Schema = "HtmlPage", MediaType = "text/html")]
    [Answers(StatusCodes.Status404NotFound, Schema = "HtmlPage", MediaType = "text/html")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "u/{token}")] HttpRequest request, string token, CancellationToken cancellationToken)
    {
        if (tokens.ReadPerson(token) is not { } link) return PersonPage.Unknown;
        var address = (await choose.ReadAsync(link.PersonId, cancellationToken)).Address.GetValueOrDefault(link.Channel);
        return new PersonPage(UnsubscribePage.Ask(Subject(link), address, links.Preferences(link)), "Unsubscribe");
    }

    /// <summary>Takes somebody off the list, at once and without a question.</summary>
    [Function("Unsubscribe")]
    [WithoutIdempotencyKey("the link itself proves who asks, and asking twice leaves what asking once does")]
    [Asks("OneClickForm", MediaType = "application/x-www-form-urlencoded")]
    [Answers(StatusCodes.Status200OK, Schema = "HtmlPage", MediaType = "text/html")]
    [Answers(StatusCodes.Status404NotFound, Schema = "HtmlPage", MediaType = "text/html")]
    public async Task<IResult> LeaveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "u/{token}")] HttpRequest request, string token, CancellationToken cancellationToken)
    {
        if (tokens.ReadPerson(token) is not { } link) return PersonPage.Unknown;
        var form = await FormFields.ReadAsync(request, cancellationToken);
        if (form?.Has("List-Unsubscribe", OneClick) is not true) return PersonPage.NotUnderstood;
        var topic = await leave.RunAsync(link, cancellationToken);
        return new PersonPage(UnsubscribePage.Done(topic?.Name, ChannelWords.Of(link.Channel), links.Preferences(link)), "Unsubscribed");
    }

    private string Subject(PersonLink link) =>
        choose.Topics.Find(link.Topic) is { IsCritical: false } topic ? $"{topic.Name} by {ChannelWords.Of(link.Channel)}" : $"messages by {ChannelWords.Of(link.Channel)}";
}
