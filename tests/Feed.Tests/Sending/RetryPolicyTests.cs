using System.Net;
using PersonalizationEngine.Feed.Demo.Wire;
using PersonalizationEngine.Feed.Sending.Retries;

namespace Feed.Tests.Sending;

public sealed class RetryPolicyTests
{
    private static readonly RetryPolicy Policy = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(2));

    [Theory]
    [InlineData(1, 100, 200)]
    [InlineData(2, 200, 400)]
    [InlineData(4, 800, 1600)]
    [InlineData(5, 1000, 2000)]
    [InlineData(60, 1000, 2000)]
    public void WaitAfter_Attempt_DoublesUpToTheLongest(int attempt, double least, double most)
    {
        var waits = Enumerable.Range(0, 200)
            .Select(batch => Policy.WaitAfter(attempt, $"b{batch}", null).TotalMilliseconds).ToList();

        Assert.All(waits, wait => Assert.InRange(wait, least, most));
        Assert.True(waits.Distinct().Count() > 150);
    }

    [Fact]
    public void WaitAfter_RetryAfter_IsTheLeast()
    {
        Assert.Equal(TimeSpan.FromSeconds(30), Policy.WaitAfter(1, "b", TimeSpan.FromSeconds(30)));
        Assert.True(Policy.WaitAfter(1, "b", TimeSpan.Zero) > TimeSpan.Zero);
    }

    [Theory]
    [InlineData(408, true)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(400, false)]
    [InlineData(404, false)]
    [InlineData(413, false)]
    public void IsTransient_Status_IsTrueForWhatPasses(int status, bool expected) =>
        Assert.Equal(expected, RetryPolicy.IsTransient((HttpStatusCode)status));
}
