using PersonalizationEngine.Engine.Delivery.Preferences;
using PersonalizationEngine.Engine.Delivery.ProviderEvents;
using PersonalizationEngine.Engine.Delivery.Suppressions;

namespace PersonalizationEngine.Engine.Tests.Delivery.Suppressions;

public sealed class ChannelAddressTests
{
    [Theory]
    [InlineData("email", " Ann@Example.COM ", "ann@example.com")]
    [InlineData("email", "nobody", null)]
    [InlineData("email", "a b@example.com", null)]
    [InlineData("email", "a@b\nBcc: c@example.com", null)]
    [InlineData("sms", "+49 (151) 123-456.78", "+4915112345678")]
    [InlineData("sms", "0049/151/12345678", "+4915112345678")]
    [InlineData("sms", "0151 12345678", null)]
    [InlineData("sms", "+49 151 CALL-ME", null)]
    [InlineData("sms", "+1", null)]
    [InlineData("sms", "00", null)]
    [InlineData("push", "AbC:1", "AbC:1")]
    [InlineData("website", "x", null)]
    [InlineData("email", "", null)]
    public void Of_AnAddress_HasOneForm(string channel, string text, string? expected) => Assert.Equal(expected, ChannelAddress.Of(channel, text)?.Address);

    [Theory]
    [InlineData("ada.lovelace@example.co.uk", "a•••@e•••.uk")]
    [InlineData("a@b", "a•••@b•••")]
    [InlineData("@", "•••")]
    public void Masked_Email_ShowsHardlyAnything(string email, string expected) => Assert.Equal(expected, MaskedAddress.OfEmail(email));

    [Theory]
    [InlineData("STOP", true, false)]
    [InlineData(" stop. ", true, false)]
    [InlineData("Abmelden!", true, false)]
    [InlineData("please stop", false, false)]
    [InlineData("Start", false, true)]
    [InlineData(null, false, false)]
    public void Reply_OneWord_MeansLeavingOrReturning(string? text, bool leaves, bool returns) =>
        Assert.Equal((leaves, returns), (ReplyWords.AreLeaving(text), ReplyWords.AreReturning(text)));
}
