using PersonalizationEngine.Core.Delivery.Suppressions;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Delivery.Reach;

/// <summary>Which addresses of a person a channel may use.</summary>
internal static class Reachability
{
    /// <summary>Why suppressions leave the channel nothing: it, or every address of it, is on the list. Null if something is left.</summary>
    public static RoutingReason? Suppressed(Recipient recipient, string channel, DateTimeOffset now)
    {
        if (recipient.Suppressions.Count == 0) return null;
        if (SuppressionList.OfChannel(recipient.Suppressions, channel, now) is { } whole) return whole.AsRouting();
        SuppressionReason? first = null;
        foreach (var address in Given(recipient, channel))
        {
            if (SuppressionList.OfAddress(recipient.Suppressions, channel, address, now) is not { } reason) return null;
            first ??= reason;
        }

        return first?.AsRouting();
    }

    /// <summary>Why no address can be used; null if one can, or if the channel needs none.</summary>
    /// <param name="addresses">Those that can, the best first.</param>
    public static RoutingReason? Find(Recipient recipient, string channel, DeliveryPolicy policy, DateTimeOffset now, out IReadOnlyList<string> addresses)
    {
        addresses = [];
        switch (channel)
        {
            case Channels.Website:
                return null;
            case "email":
                if (recipient.Email is not { Address: { Length: > 0 } email } known) return RoutingReason.NoAddress;
                if (!AddressForm.IsEmail(email)) return RoutingReason.InvalidAddress;
                if (policy.RequireVerifiedEmail && known.Verified != true) return RoutingReason.UnverifiedAddress;
                addresses = [email];
                return null;
            case "sms":
                if (recipient.Phone is not { } phone) return RoutingReason.NoAddress;
                if (string.IsNullOrEmpty(phone.E164) && string.IsNullOrWhiteSpace(phone.Raw)) return RoutingReason.NoAddress;
                if (phone.E164 is not { } number || !AddressForm.IsPhone(number)) return RoutingReason.InvalidAddress;
                addresses = [number];
                return null;
            default:
                return FindDevices(recipient, policy.PushTokenMaxAge, now, out addresses);
        }
    }

    private static RoutingReason? FindDevices(Recipient recipient, TimeSpan? maxAge, DateTimeOffset now, out IReadOnlyList<string> addresses)
    {
        addresses = [];
        if (!recipient.PushTokens.Any(token => token.Token.Length > 0)) return RoutingReason.NoAddress;
        addresses =
        [
            .. recipient.PushTokens
                .Where(token => token.Token.Length > 0 && (maxAge is not { } age || (token.LastSeenAt is { } seen && now - seen <= age)))
                .Where(token => SuppressionList.OfAddress(recipient.Suppressions, "push", token.Token, now) is null)
                .OrderByDescending(token => token.LastSeenAt).ThenBy(token => token.Token, StringComparer.Ordinal)
                .Select(token => token.Token).Distinct(StringComparer.Ordinal),
        ];
        return addresses.Count == 0 ? RoutingReason.StalePushToken : null;
    }

    private static IEnumerable<string> Given(Recipient recipient, string channel) => channel switch
    {
        "email" when recipient.Email is { } email => [email.Address],
        "sms" when recipient.Phone is { } phone && (phone.E164 ?? phone.Raw) is { } number => [number],
        "push" => recipient.PushTokens.Select(token => token.Token),
        _ => [],
    };
}
