using PersonalizationEngine.Adapters.PhoneNumbers;

namespace PersonalizationEngine.Adapters.Tests.PhoneNumbers;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("030 123456", "de", "+4930123456")]
    [InlineData("+49 (0)30/123456", null, "+4930123456")]
    [InlineData("0049 30 123456", "DE", "+4930123456")]
    [InlineData("+1 650-253-0000", "DE", "+16502530000")]
    [InlineData("650 253 0000", "US", "+16502530000")]
    [InlineData("+14155552671", null, "+14155552671")]
    public void ToE164_AsPeopleWriteIt_IsTheNumber(string text, string? country, string expected) =>
        Assert.Equal(expected, new LibPhoneNumbers().ToE164(text, country));

    [Theory]
    [InlineData("030 123456", null)]
    [InlineData("030 123456", "XX")]
    [InlineData("12", "DE")]
    [InlineData("+999 123456789", null)]
    [InlineData("call me", "DE")]
    [InlineData("", "DE")]
    public void ToE164_NoNumberThatExists_IsNothing(string text, string? country) => Assert.Null(new LibPhoneNumbers().ToE164(text, country));
}
