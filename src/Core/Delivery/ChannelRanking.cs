using PersonalizationEngine.Core.Delivery.Reach;

namespace PersonalizationEngine.Core.Delivery;

/// <summary>
/// Puts the channels of a message in the order they are tried. What the person prefers comes first. Past response then counts
/// only where it is plain: rates are compared in doublings of the expected one, so that a channel moves after about two prompt
/// responses or 17 messages left unanswered, and one message more or less does not make the order jump to and fro.
/// </summary>
internal static class ChannelRanking
{
    public static RankedChannel[] Of(Message message, Recipient recipient, DeliveryPolicy policy)
    {
        var ranked = message.Channels.Distinct(StringComparer.Ordinal).Select(channel => Rank(channel, message.ChannelOrder, recipient)).ToArray();
        if (message.ChannelOrder == ChannelOrder.Listed || ranked.Length < 2) return ranked;
        // The sort is stable: what is equal in all stays as the message lists it.
        return
        [
            .. ranked.OrderByDescending(one => one.Place == ChannelPlace.Preferred)
                .ThenByDescending(one => Grade(one.ExpectedResponse))
                .ThenBy(one => PlaceIn(policy.FallbackOrder, one.Channel)),
        ];
    }

    private static RankedChannel Rank(string channel, ChannelOrder order, Recipient recipient)
    {
        var rate = recipient.Responses.TryGetValue(channel, out var response) ? response.ExpectedRate : ChannelResponse.PriorRate;
        var place = order == ChannelOrder.Listed ? ChannelPlace.InOrder
            : channel == recipient.PreferredChannel ? ChannelPlace.Preferred
            : Grade(rate) switch { > 0 => ChannelPlace.RespondedMore, < 0 => ChannelPlace.RespondedLess, _ => ChannelPlace.InOrder };
        return new RankedChannel(channel, place, rate);
    }

    /// <summary>Doublings above or below the expected rate, to the nearest whole number.</summary>
    private static int Grade(double rate) => (int)Math.Floor(Math.Log2(rate / ChannelResponse.PriorRate) + 0.5);

    private static int PlaceIn(IReadOnlyList<string> order, string channel)
    {
        for (var index = 0; index < order.Count; index++)
            if (order[index] == channel) return index;
        return int.MaxValue;
    }
}
