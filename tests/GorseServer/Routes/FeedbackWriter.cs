using PersonalizationEngine.GorseServer.Data;
using PersonalizationEngine.GorseServer.Requests;

namespace PersonalizationEngine.GorseServer.Routes;

/// <summary>Takes in a list of feedback as one statement does in Gorse's database.</summary>
internal sealed class FeedbackWriter(Database database, ServerOptions options, TimeProvider time)
{
    /// <returns>How many rows were sent, whatever became of them.</returns>
    public int Write(IReadOnlyList<GoJson> bodies, bool overwrites)
    {
        var now = time.GetUtcNow();
        var rows = bodies.Select(body => Read(body, now)).ToList();
        // Of a key that comes twice the first row counts.
        var written = rows.DistinctBy(feedback => feedback.Key()).Where(IsKept).ToList();
        database.Apply(new Change
        {
            Users = [.. written.Select(feedback => feedback.UserId).Distinct().Where(id => !database.HasUser(id)).Select(id => new User(id, null, ""))],
            Items = [.. written.Select(feedback => feedback.ItemId).Distinct().Where(id => !database.HasItem(id)).Select(Item.Empty)],
            Feedback = [.. written.Select(feedback => overwrites ? feedback : Joined(feedback))],
        });
        return rows.Count;
    }

    private bool IsKept(Feedback feedback) => options.AutoInsert || (database.HasUser(feedback.UserId) && database.HasItem(feedback.ItemId));

    private Feedback Joined(Feedback feedback) => database.FindFeedback(feedback.Key())?.Joined(feedback) ?? feedback;

    private Feedback Read(GoJson body, DateTimeOffset now) => new(
        body.Text("FeedbackType"), body.Text("UserId"), body.Text("ItemId"), body.Number("Value"), body.Instant("Timestamp"), now,
        options.Head ? body.Labels() : null, body.Text("Comment"));
}
