using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Links;
using PersonalizationEngine.Engine.Delivery.Preferences;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Delivery.Preferences;

/// <summary>A page of our own on which somebody chooses what they get. The link to it is all they need.</summary>
[PathParameter("token", "From a message.", MaxLength = LinkKey.MaxLength, Example = "bXNnXzE")]
public sealed class PreferencePageFunctions(LinkTokens tokens, ChoosePreferences choose)
{
    private const string Route = "preferences/{token}";

    /// <summary>The page on which somebody chooses channels and topics.</summary>
    [Function("ShowPreferencePage")]
    [Answers(StatusCodes.Status200OK, Schema = "HtmlPage", MediaType = "text/html")]
    [Answers(StatusCodes.Status404NotFound, Schema = "HtmlPage", MediaType = "text/html")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string token, CancellationToken cancellationToken) =>
        tokens.ReadPerson(token) is { } link ? Page(await choose.ReadAsync(link.PersonId, cancellationToken), null) : PersonPage.Unknown;

    /// <summary>Takes the form of the page.</summary>
    [Function("SavePreferencePage")]
    [WithoutIdempotencyKey("the link itself proves who asks, and asking twice leaves what asking once does")]
    [Asks("PreferenceForm", MediaType = "application/x-www-form-urlencoded")]
    [Answers(StatusCodes.Status200OK, Schema = "HtmlPage", MediaType = "text/html")]
    [Answers(StatusCodes.Status404NotFound, Schema = "HtmlPage", MediaType = "text/html")]
    public async Task<IResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string token, CancellationToken cancellationToken)
    {
        if (tokens.ReadPerson(token) is not { } link) return PersonPage.Unknown;
        if (await FormFields.ReadAsync(request, cancellationToken) is not { } form) return PersonPage.NotUnderstood;
        if (form.Has(PreferencePage.StopAll)) return Page(await choose.StopAllAsync(link.PersonId, cancellationToken), "You get no more marketing from us.");
        return form.Has(PreferencePage.Save)
            ? Page(await choose.SaveAsync(link.PersonId, Said(form), cancellationToken), "Your choices are saved.")
            : PersonPage.NotUnderstood;
    }

    /// <summary>A box that is not checked is not sent: all that the page shows was said.</summary>
    private PreferenceChange Said(FormFields form) => new(
        Channels.Addressed.ToDictionary(channel => channel, channel => form.Has(PreferencePage.Field(channel)), StringComparer.Ordinal),
        [
            .. from topic in choose.Topics.All
               where !topic.IsCritical
               from channel in topic.Channels
               select new TopicChoice(topic.Key, channel, form.Has(PreferencePage.Field(topic.Key, channel))),
        ]);

    private static PersonPage Page(PersonPreferences preferences, string? said) => new(PreferencePage.Of(preferences, said), "What you get");
}
