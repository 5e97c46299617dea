using PersonalizationEngine.GorseServer.Answers;
using PersonalizationEngine.GorseServer.Data;
using PersonalizationEngine.GorseServer.Requests;

namespace PersonalizationEngine.GorseServer.Recommending;

/// <summary>
/// A recommender simple enough to be computed anew for each request: items that were liked together, then the latest. What is
/// left out of its lists is what Gorse leaves out.
/// </summary>
public sealed class ItemLists(Database database, ServerOptions options, TimeProvider time)
{
    public const string PopularName = "popular", NeighboursName = "neighbors";

    /// <summary>How many items each step gives at most.</summary>
    private const int CacheSize = 100;

    public bool HasNeighbours => options.Neighbours;

    /// <summary>With neither a count nor an offset: all there is.</summary>
    public IReadOnlyList<Score> Recommended(string user, IReadOnlyCollection<string> categories, int count, int offset)
    {
        var excluded = ExcludedFor(user);
        var wanted = count + offset <= 0 ? int.MaxValue : count + offset;
        var personal = ForSession(database.FeedbackOfUser(user).Where(IsPast)).Take(CacheSize);
        var list = personal.Concat(Latest()).Where(score => !excluded.Contains(score.Id) && IsShown(score.Id, categories))
            .DistinctBy(score => score.Id).Take(wanted).ToList();
        return [.. list.Skip(offset).Take(count > 0 ? count : int.MaxValue)];
    }

    public IEnumerable<Score> Latest() => database.Items
        .OrderByDescending(item => item.Timestamp).ThenBy(item => item.ItemId, StringComparer.Ordinal)
        .Select(item => new Score(item.ItemId, item.Timestamp.ToUnixTimeSeconds()));

    public IEnumerable<Score> Popular() => ByScore(database.Items
        .Select(item => new Score(item.ItemId, database.FeedbackOfItem(item.ItemId).Count(IsPositive))).Where(score => score.Value > 0));

    public IEnumerable<Score> NeighboursOf(string item)
    {
        var fans = Fans(item);
        if (fans.Count == 0) return [];
        return ByScore(fans.SelectMany(Liked).Where(other => other != item).CountBy(other => other)
            .Select(common => new Score(common.Key, common.Value / Math.Sqrt((double)fans.Count * Fans(common.Key).Count))));
    }

    public IEnumerable<Score> UsersLike(string user)
    {
        var liked = Liked(user).ToList();
        return ByScore(liked.SelectMany(Fans).Where(other => other != user).CountBy(other => other)
            .Select(common => new Score(common.Key, common.Value / Math.Sqrt((double)liked.Count * Liked(common.Key).Count()))));
    }

    /// <summary>The neighbours of what was liked, summed; without what the session holds.</summary>
    public IEnumerable<Score> ForSession(IEnumerable<Feedback> session)
    {
        var rows = session.OrderByDescending(feedback => feedback.Timestamp).ToList();
        var met = rows.Select(feedback => feedback.ItemId).ToHashSet(StringComparer.Ordinal);
        return ByScore(rows.Where(IsPositive).Take(CacheSize).SelectMany(feedback => NeighboursOf(feedback.ItemId))
            .Where(score => !met.Contains(score.Id)).GroupBy(score => score.Id)
            .Select(scores => new Score(scores.Key, scores.Sum(score => score.Value))));
    }

    /// <summary>The offset is counted before what the user knows is taken out, so that pages can shrink.</summary>
    public IReadOnlyList<Score> Page(IEnumerable<Score> list, HttpRequest request, string? category)
    {
        var (count, offset) = (Asked.Count(request), Asked.Offset(request));
        var categories = Asked.Categories(request, category);
        var page = list.Where(score => IsShown(score.Id, categories)).Skip(offset);
        if (Asked.User(request) is { } user)
        {
            var known = database.FeedbackOfUser(user).Select(feedback => feedback.ItemId).ToHashSet(StringComparer.Ordinal);
            page = page.Where(score => !known.Contains(score.Id));
        }

        return [.. page.Take(count)];
    }

    public bool IsShown(string item, IReadOnlyCollection<string> categories) =>
        database.FindItem(item) is { IsHidden: false } known && known.HasAll(categories);

    /// <summary>Any feedback excludes an item for ever; with replacement on, only negative feedback does.</summary>
    private HashSet<string> ExcludedFor(string user) => database.FeedbackOfUser(user).Where(IsPast)
        .Where(feedback => !options.Replacement || options.Negative.Any(type => type.Matches(feedback)))
        .Select(feedback => feedback.ItemId).ToHashSet(StringComparer.Ordinal);

    private List<string> Fans(string item) => [.. database.FeedbackOfItem(item).Where(IsPositive).Select(feedback => feedback.UserId).Distinct()];

    private IEnumerable<string> Liked(string user) =>
        database.FeedbackOfUser(user).Where(IsPositive).Select(feedback => feedback.ItemId).Distinct();

    private bool IsPositive(Feedback feedback) => options.Positive.Any(type => type.Matches(feedback));

    private bool IsPast(Feedback feedback) => feedback.Timestamp <= time.GetUtcNow();

    private static IEnumerable<Score> ByScore(IEnumerable<Score> scores) =>
        scores.OrderByDescending(score => score.Value).ThenBy(score => score.Id, StringComparer.Ordinal);
}
