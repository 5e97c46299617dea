using CsCheck;
using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Core.Delivery.Caps;
using PersonalizationEngine.Core.Delivery.QuietHours;
using PersonalizationEngine.Core.Delivery.Reach;
using PersonalizationEngine.Core.Delivery.Suppressions;
using PersonalizationEngine.Core.Profiles.Consent;
using static PersonalizationEngine.Core.Tests.Delivery.Routing;

namespace PersonalizationEngine.Core.Tests.Delivery;

/// <summary>What holds for every decision about anybody.</summary>
public sealed class RoutingPropertyTests
{
    private static readonly string[] AllChannels = ["email", "sms", "push", "website"];

    private static readonly Gen<Suppression> AnySuppression = Gen.Select(
        Gen.OneOf(AllChannels), Gen.OneOf(null, "ADA@shop.example", "+4915112345678", "t1"), Gen.Enum<SuppressionReason>(), Gen.OneOf<double?>(null, -1, 5),
        (channel, address, reason, hours) => new Suppression(channel, address, reason, hours is { } left ? Noon.AddHours(left) : null));

    private static readonly Gen<Recipient> AnyRecipient = Gen.Select(
        Gen.Int[0, 31].Select(bits => (Permissions)bits), AnySuppression.Array[0, 2],
        Gen.Select(Gen.OneOf(null, "ada@shop.example", "ada"), Gen.OneOf<bool?>(null, true, false), Gen.OneOf(null, "+4915112345678", "0151"), Gen.OneOf<double?>(null, 1, 59, 61).Array[0, 3]),
        Gen.Select(Gen.OneOf(null, "email", "push", "fax"), Gen.OneOf(null, "Europe/Berlin", "Asia/Tokyo", "nowhere"), Gen.OneOf(null, "US", "ZZ")),
        Gen.OneOf<bool?>(null, true, false).Select(Gen.OneOf<bool?>(null, true, false)),
        (permissions, suppressions, reach, habits, choice) => new Recipient("ada", permissions)
        {
            Suppressions = suppressions,
            Email = reach.Item1 is null ? null : new EmailAddress(reach.Item1, reach.Item2),
            Phone = reach.Item3 is null ? null : new PhoneNumber(reach.Item3),
            PushTokens = [.. reach.Item4.Select((days, number) => new PushToken($"t{number}", "ios", days is { } ago ? Noon.AddDays(-ago) : null))],
            PreferredChannel = habits.Item1,
            ExplicitZone = habits.Item2,
            Country = habits.Item3,
            TopicChoices = new Dictionary<string, TopicChoice>
            {
                ["news"] = new(choice.Item1, choice.Item2 is { } said ? new Dictionary<string, bool> { ["email"] = said, ["push"] = !said } : null),
            },
        });

    private static readonly Gen<Message> AnyMessage = Gen.Select(
        Gen.OneOf([.. AllChannels, "fax"]).Array[0, 4], Gen.Int[0, 3].Select(dice => dice == 0), Gen.Enum<QuietPolicy>(), Gen.Enum<CapPolicy>(),
        Gen.OneOf<double?>(null, 0, 3, 40),
        (channels, isCritical, quiet, cap, hours) => News(channels) with
        {
            IsCritical = isCritical,
            QuietPolicy = quiet,
            CapPolicy = cap,
            ExpiresAt = hours is { } left ? Noon.AddHours(left) : null,
        });

    private static readonly Gen<DeliveryPolicy> AnyPolicy = Gen.Select(
        Gen.Int[0, 23], Gen.Int[0, 23], Gen.Int[0, 3], Gen.Bool, Gen.OneOf(AllChannels).Array[0, 3],
        (start, end, limit, verified, order) => new DeliveryPolicy
        {
            QuietHours = [new QuietWindow(new TimeOnly(start, 0), new TimeOnly(end, 0))],
            FrequencyCaps = [new FrequencyCap("day", limit, CapWindow.CalendarDay)],
            RequireVerifiedEmail = verified,
            FallbackOrder = order,
        });

    private static readonly Gen<PastSend[]> AnyHistory = Gen.Select(
        Gen.OneOf(AllChannels), Gen.Int[-3, 50], Gen.Int[0, 9], (channel, hours, number) => Sent(number == 0 ? "news-1" : $"m{number}", hours, channel)).Array[0, 4];

    [Fact]
    public void Route_Anything_SendsAndHoldsOnlyWhereItMay() => ForAll((message, person, history, policy, decision) =>
    {
        Assert.Equal(decision.Action == RoutingAction.Suppress, decision.Channel is null);
        Assert.Equal(decision.Action == RoutingAction.HoldUntil, decision.Until > Noon);
        Assert.True(decision.Until is null || message.ExpiresAt is null || decision.Until < message.ExpiresAt);
        if (decision.Channel is not { } channel) return;

        Assert.True(person.Permissions.MaySend(channel));
        Assert.DoesNotContain(person.Suppressions, one => one.Channel == channel && one.Address is null && !(one.Until <= Noon));
        Assert.DoesNotContain(person.Suppressions, one => one.Channel == channel && !(one.Until <= Noon)
            && decision.Addresses.Contains(one.Address, StringComparer.OrdinalIgnoreCase));
        Assert.True(message.IsCritical || person.TopicChoices["news"].Allows(channel));
        Assert.Equal(decision.Action == RoutingAction.Send && channel != "website", decision.Address is not null);
        Assert.DoesNotContain(history, send => send.Key == message.Key);
        Assert.False(message.ExpiresAt <= Noon);
        Assert.Contains(channel, message.Channels);
    });

    [Fact]
    public void Route_Anything_DisturbsNobodyInTheirNight() => ForAll((message, _, _, policy, decision) =>
    {
        if (decision.Action == RoutingAction.Suppress || decision.Channel == "website" || message.IsCritical) return;
        var window = policy.QuietHours[0];
        Assert.All(decision.Zone.Ids, id =>
        {
            var local = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(decision.Until ?? Noon, TimeZoneInfo.FindSystemTimeZoneById(id)).DateTime);
            Assert.False(window.Start != window.End && local.IsBetween(window.Start, window.End));
        });
    });

    /// <summary>Nothing is given up that one of the channels by itself could have sent at once; quiet hours may end the search.</summary>
    [Fact]
    public void Route_Suppressed_HasNoChannelThatCouldSend() => ForAll((message, person, history, policy, decision) =>
    {
        if (decision.Steps.Count > 0) Assert.Equal(message.Channels.Distinct().Order(), decision.Steps.Select(step => step.Channel).Order());
        if (decision.Action != RoutingAction.Suppress) return;
        var switching = message with { QuietPolicy = QuietPolicy.SwitchChannel };
        if (ChannelRouter.Route(switching, person, history, policy, Noon).Action == RoutingAction.Send)
            Assert.True(decision.Reason is RoutingReason.QuietHours or RoutingReason.AlwaysQuiet or RoutingReason.Expired && message.QuietPolicy != QuietPolicy.SwitchChannel);
        else
            Assert.All(message.Channels, channel => Assert.NotEqual(
                RoutingAction.Send, ChannelRouter.Route(message with { Channels = [channel] }, person, history, policy, Noon).Action));
    });

    [Fact]
    public void Route_Anything_IsTheSameAgain() => ForAll((message, person, history, policy, decision) =>
    {
        var again = ChannelRouter.Route(message, person, [.. history.Reverse()], policy, Noon.ToOffset(TimeSpan.FromHours(-9)));

        Assert.Equal((decision.Action, decision.Reason, decision.Channel, decision.Until, decision.Address), (again.Action, again.Reason, again.Channel, again.Until, again.Address));
        Assert.Equal(decision.Steps.Select(step => step.Reason), again.Steps.Select(step => step.Reason));
    });

    private static void ForAll(Action<Message, Recipient, PastSend[], DeliveryPolicy, RoutingDecision> holds) =>
        Gen.Select(AnyMessage, AnyRecipient, AnyHistory, AnyPolicy).Sample(
            (message, person, history, policy) => holds(message, person, history, policy, ChannelRouter.Route(message, person, history, policy, Noon)), iter: 3_000, threads: 1);
}
