using PersonalizationEngine.GorseServer.Data;

namespace PersonalizationEngine.GorseServer.Recommending;

/// <summary>Notes what was recommended as feedback; of a user who is not known nothing is written, and nobody is told.</summary>
internal sealed class WriteBack(Database database, TimeProvider time)
{
    public void Write(string user, string type, IEnumerable<string> items, TimeSpan delay)
    {
        if (!database.HasUser(user)) return;
        var now = time.GetUtcNow();
        var rows = items.Where(database.HasItem)
            .Select(item => new Feedback(type, user, item, 0, now + delay, now, null, ""))
            .Select(feedback => database.FindFeedback(feedback.Key())?.Joined(feedback) ?? feedback).ToList();
        if (rows.Count > 0) database.Apply(new Change { Feedback = rows });
    }
}
