using System.Text;
using PersonalizationEngine.Feed.Demo.Wire;
using PersonalizationEngine.Feed.Sending;
using PersonalizationEngine.Feed.Sending.Answers;
using PersonalizationEngine.Feed.Sending.Batches;

namespace Feed.Tests.Sending;

public sealed class AnswerReaderTests
{
    private static readonly EventBatch Batch = new("b", Endpoint.Cdp, ReadOnlyMemory<byte>.Empty, [5, 6, 9]);

    [Fact]
    public void Read_AnswerOfTheContract_TellsOfEachRefusal()
    {
        var answer = AnswerReader.Read(
            """
            { "accepted": 1, "duplicates": 1, "refused": 1, "results": [
              { "index": 0, "event_id": "m#0", "status": "accepted" }, { "index": 1, "event_id": "m#1", "status": "duplicate" },
              { "index": 2, "event_id": "m#2", "status": "refused", "field": "pathname", "reason": "is too long" } ] }
            """u8,
            Batch);

        Assert.Equal((1, 1, 1), (answer!.Accepted, answer.Duplicates, answer.Refused));
        Assert.Equal(new Refusal(9, "pathname", "is too long"), Assert.Single(answer.Refusals));
    }

    [Theory]
    [InlineData("<html>Hello</html>")]
    [InlineData("[]")]
    [InlineData("{\"ok\":true}")]
    [InlineData("")]
    public void Read_AnswerOfSomebodyElse_IsNone(string body) =>
        Assert.Null(AnswerReader.Read(Encoding.UTF8.GetBytes(body), Batch));

    [Theory]
    [InlineData("{\"title\":\"Bad Request\",\"detail\":\"the body is not JSON\"}", "the body is not JSON")]
    [InlineData("{\"title\":\"Bad Request\"}", "Bad Request")]
    [InlineData("nonsense", "without a reason")]
    public void ReadProblem_OneReasonForAll_RefusesEveryEvent(string body, string reason)
    {
        var answer = AnswerReader.ReadProblem(Encoding.UTF8.GetBytes(body), Batch);

        Assert.Equal(3, answer.Refused);
        Assert.Contains(reason, Assert.Single(answer.Refusals).Reason, StringComparison.Ordinal);
    }
}
