using PersonalizationEngine.GorseServer.Answers;
using PersonalizationEngine.GorseServer.Data;
using PersonalizationEngine.GorseServer.Recommending;
using PersonalizationEngine.GorseServer.Requests;

namespace PersonalizationEngine.GorseServer.Routes;

internal static class RecommendRoutes
{
    public static void Map(RouteGroupBuilder api, AnswerWriter answers, ItemLists lists, WriteBack writeBack)
    {
        api.MapGet("/recommend/{user}/{category?}", (HttpRequest request, string user, string? category) =>
        {
            var (count, offset) = (Asked.Count(request), Asked.Offset(request));
            var delay = Asked.Text(request, "write-back-delay") is { } text ? GoDuration.Read(text) : TimeSpan.Zero;
            var scores = lists.Recommended(user, Asked.Categories(request, category), count, offset);
            if (Asked.Text(request, "write-back-type") is { } type) writeBack.Write(user, type, scores.Select(score => score.Id), delay);
            return request.Headers["X-API-Version"] == "2" ? answers.Json(scores) : answers.Json(scores.Select(score => score.Id));
        });
        api.MapGet("/latest/{category?}", (HttpRequest request, string? category) =>
            answers.Json(lists.Page(lists.Latest(), request, category)));
        api.MapGet("/non-personalized/{name}", (HttpRequest request, string name) =>
            answers.Json(lists.Page(name == ItemLists.PopularName ? lists.Popular() : [], request, null)));
        api.MapPost("/session/recommend/{category?}", async (HttpRequest request, string? category) =>
        {
            var (count, offset) = (Asked.Count(request), Asked.Offset(request));
            var session = (await GoJson.ReadListAsync(request)).Select(body => new Feedback(
                body.Text("FeedbackType"), body.Text("UserId"), body.Text("ItemId"), body.Number("Value"), body.Instant("Timestamp"), default, null, "")).ToList();
            if (!lists.HasNeighbours) return answers.Text(StatusCodes.Status404NotFound, "no item-to-item recommender found");
            string[] categories = category is null ? [] : [category];
            var scores = lists.ForSession(session).Where(score => lists.IsShown(score.Id, categories)).Skip(offset).Take(count);
            return answers.Scores([.. scores]);
        });
    }
}
