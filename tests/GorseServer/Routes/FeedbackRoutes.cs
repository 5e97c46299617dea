using PersonalizationEngine.GorseServer.Answers;
using PersonalizationEngine.GorseServer.Data;
using PersonalizationEngine.GorseServer.Requests;

namespace PersonalizationEngine.GorseServer.Routes;

internal static class FeedbackRoutes
{
    /// <summary>Rows dated further ahead than this are not shown yet.</summary>
    private static readonly TimeSpan ClockError = TimeSpan.FromSeconds(5);

    public static void Map(RouteGroupBuilder api, AnswerWriter answers, Database database, ServerOptions options, TimeProvider time)
    {
        var writer = new FeedbackWriter(database, options, time);
        api.MapPost("/feedback", async (HttpRequest request) =>
            answers.Success(writer.Write(await GoJson.ReadListAsync(request), overwrites: false)));
        api.MapPut("/feedback", async (HttpRequest request) =>
            answers.Success(writer.Write(await GoJson.ReadListAsync(request), overwrites: true)));

        api.MapGet("/feedback", (HttpRequest request) => List(request, null));
        api.MapGet("/feedback/{type}", (HttpRequest request, string type) => List(request, type));
        api.MapGet("/feedback/{user}/{item}", (string user, string item) =>
            answers.Json(database.FeedbackOfUser(user).Where(feedback => feedback.ItemId == item)));
        api.MapDelete("/feedback/{user}/{item}", (string user, string item) =>
            Delete(database.FeedbackOfUser(user).Where(feedback => feedback.ItemId == item)));
        api.MapGet("/feedback/{type}/{user}/{item}", (string type, string user, string item) =>
            database.FindFeedback(new FeedbackKey(type, user, item)) is { } feedback ? answers.Json(feedback) : answers.Text(200, "{}"));
        api.MapDelete("/feedback/{type}/{user}/{item}", (string type, string user, string item) =>
            Delete(database.FeedbackOfUser(user).Where(feedback => feedback.Key() == new FeedbackKey(type, user, item))));

        api.MapGet("/user/{id}/feedback/{type?}", (string id, string? type) => OfType(database.FeedbackOfUser(id), type));
        api.MapGet("/item/{id}/feedback/{type?}", (string id, string? type) => OfType(database.FeedbackOfItem(id), type));

        IResult List(HttpRequest request, string? type)
        {
            var first = Cursors.ReadKey(request);
            if (type is not null && string.CompareOrdinal(first.FeedbackType, type) < 0) first = new FeedbackKey(type, "", "");
            var latest = time.GetUtcNow() + ClockError;
            var rows = database.FeedbackFrom(first)
                .TakeWhile(feedback => type is null || feedback.FeedbackType == type).Where(feedback => feedback.Timestamp <= latest);
            var (page, cursor) = Cursors.Cut(rows, Asked.Count(request), Cursors.KeyOf);
            return answers.Json(new FeedbackIterator(cursor, page));
        }

        IResult OfType(IEnumerable<Feedback> feedback, string? type)
        {
            if (string.IsNullOrEmpty(type)) return answers.Json(feedback);
            return FeedbackExpression.Parse(type) is { } expression
                ? answers.Json(feedback.Where(expression.Matches))
                : answers.Text(StatusCodes.Status400BadRequest, $"invalid feedback type expression: {type}");
        }

        IResult Delete(IEnumerable<Feedback> feedback)
        {
            var keys = feedback.Select(row => row.Key()).ToList();
            if (keys.Count > 0) database.Apply(new Change { DeletedFeedback = keys });
            return answers.Success(keys.Count);
        }
    }
}
