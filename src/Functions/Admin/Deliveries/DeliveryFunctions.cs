using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Delivery.Messages;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Deliveries;

/// <summary>Messages to people, and why each was sent or was not.</summary>
public sealed class DeliveryFunctions(IDeliveries deliveries)
{
    private const int DefaultPage = 50, MaxPage = 200;

    /// <summary>Messages, the newest first.</summary>
    [Function("ListDeliveries")]
    [Answers(StatusCodes.Status200OK, typeof(Page<DeliveryAnswer>))]
    [Paged]
    [QueryParameter("person_id", "Only those to this person.", MaxLength = 255)]
    [QueryParameter("message_id", "Only this one.", MaxLength = 40)]
    [QueryParameter("campaign_id", "Only those of this campaign.", Type = typeof(int), Minimum = 1)]
    [QueryParameter("status", "Only those that stand so.", Choices = [MessageStatus.Waiting, MessageStatus.Sending, MessageStatus.Sent, MessageStatus.Suppressed, MessageStatus.Failed, MessageStatus.Cancelled])]
    [QueryParameter("reason", "Only those with this reason.", MaxLength = 60)]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/v1/admin/deliveries")] HttpRequest request, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var before = Cursor.Read(query);
        var limit = query.Integer("limit", DefaultPage, 1, MaxPage);
        var campaign = query.Integer("campaign_id", 0, 1, int.MaxValue);
        var question = new DeliveryQuestion(before == 0 ? null : before, limit + 1)
        {
            PersonId = query.Text("person_id", 255),
            MessageId = query.Text("message_id", 40),
            Status = query.OneOf("status", "", [.. MessageStatus.All]) is { Length: > 0 } status ? status : null,
            Reason = query.Text("reason", 60),
            CampaignId = campaign == 0 ? null : campaign,
        };
        if (query.HasErrors) return query.Refusal;
        var found = await deliveries.ListAsync(question, cancellationToken);
        return new JsonAnswer<Page<DeliveryAnswer>>(Page<DeliveryAnswer>.Of(found, limit, one => one.Id, DeliveryAnswer.Of), ApiJson.Default.PageDeliveryAnswer);
    }
}
