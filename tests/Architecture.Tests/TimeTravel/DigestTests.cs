using System.Text.Json;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Delivery;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Delivery.Templates;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Architecture.Tests.TimeTravel;

/// <summary>From campaigns to the one message that tells of them, on a clock that the test moves.</summary>
public sealed class DigestTests : IDisposable
{
    private const int People = 12;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("personalization-digest-");

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Campaigns_OfATopicWithADigest_ReachEachPersonAsOneMessage()
    {
        await using var month = await BeginAsync();
        foreach (var title in new[] { "Tea", "Coffee" }) await month.SendAsync(Campaign(title, "news"));
        await month.SendAsync(Campaign("Urgent", "orders"));
        await month.StepAsync(TimeSpan.FromMinutes(1));
        var atOnce = month.Provider.Sent.ToList();

        // Sixteen workers at the end of the window, of whom each person hears once.
        month.Time.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => month.Get<DeliverMessages>().DueAsync(Ending), Ending)));
        await month.StepAsync(TimeSpan.FromDays(1));

        var consenting = Enumerable.Range(0, People).Count(MarketingMonth.Consents);
        Assert.Equal(consenting, atOnce.Count);
        Assert.All(atOnce, sent => Assert.Contains("Urgent", sent.Message.Content.Html, StringComparison.Ordinal));
        var digests = month.Provider.Sent.Skip(atOnce.Count).ToList();
        Assert.Equal(consenting, digests.Count);
        Assert.Equal(consenting, digests.Select(sent => sent.Message.PersonId).Distinct().Count());
        Assert.All(digests, sent => Assert.Contains("2 news: Tea, Coffee,", sent.Message.Content.Html, StringComparison.Ordinal));
        Assert.All(digests, sent => Assert.Equal(DeliverySources.Digest, sent.Message.Source));
    }

    [Fact]
    public async Task SenderOfADigest_WhoDiesBeforeItIsSent_LosesNothing()
    {
        await using var month = await BeginAsync();
        await month.SendAsync(Campaign("Tea", "news"));
        await month.StepAsync(TimeSpan.FromMinutes(1));
        month.Time.Advance(TimeSpan.FromHours(1));
        // Somebody takes all digests, and is never heard of again.
        var taken = await month.Get<IDeliveries>().TakeAsync(new DueQuestion(month.Time.GetUtcNow(), 100, DeliverMessages.Lease), Ending);
        Assert.Equal(People, taken.Count);
        await month.StepAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(month.Provider.Sent);

        await month.StepAsync(DeliverMessages.Lease);

        Assert.Equal(Enumerable.Range(0, People).Count(MarketingMonth.Consents), month.Provider.Sent.Count);
    }

    private async Task<MarketingMonth> BeginAsync()
    {
        var month = await MarketingMonth.BeginAsync(
            _folder.FullName, ("delivery:digests:0:topic", "news"), ("delivery:digests:0:template", "digest"), ("delivery:digests:0:minutes", "60"));
        await AddTemplateAsync(month, "single", "{{ data.title }}");
        await AddTemplateAsync(month, "digest", "{{ data.count }} news: {% for one in data.messages %}{{ one.data.title }}, {% endfor %}");
        await month.AddPeopleAsync(People);
        return month;
    }

    private static Task<Change<MessageTemplateSource>> AddTemplateAsync(MarketingMonth month, string key, string html) => month.Get<TemplateDesk>().AddAsync(
        JsonSerializer.SerializeToElement(new { key, name = key, channels = new { email = new { subject = key, html } } }), "test", Ending);

    private static string Campaign(string title, string topic) => JsonSerializer.Serialize(new
    {
        name = title,
        template = "single",
        topic,
        audience = new { identified = true },
        data = new { title },
    });
}
