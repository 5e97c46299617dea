using PersonalizationEngine.GorseServer.Answers;
using PersonalizationEngine.GorseServer.Recommending;
using PersonalizationEngine.GorseServer.Requests;

namespace PersonalizationEngine.GorseServer.Routes;

internal static class NeighbourRoutes
{
    public static void Map(RouteGroupBuilder api, AnswerWriter answers, ItemLists lists, ServerOptions options)
    {
        api.MapGet("/item/{id}/neighbors/{category?}", (HttpRequest request, string id, string? category) => lists.HasNeighbours
            ? answers.Scores(lists.Page(lists.NeighboursOf(id), request, category))
            : NotFound("no item-to-item recommender found"));
        api.MapGet("/user/{id}/neighbors", (HttpRequest request, string id) => lists.HasNeighbours
            ? answers.Scores(Cut(lists.UsersLike(id), request))
            : NotFound("no user-to-user recommender found"));
        api.MapGet("/item-to-item/{name}/{id}", (HttpRequest request, string name, string id) => IsKnown(name)
            ? answers.Scores(lists.Page(lists.NeighboursOf(id), request, null))
            : Unknown(name));
        api.MapGet("/user-to-user/{name}/{id}", (HttpRequest request, string name, string id) => IsKnown(name)
            ? answers.Scores(Cut(lists.UsersLike(id), request))
            : Unknown(name));
        api.MapGet("/collaborative-filtering/{user}/{category?}", (HttpRequest request, string user, string? category) => options.Collaborative
            ? answers.Json(lists.Page(lists.Recommended(user, [], 0, 0), request, category))
            : NotFound("collaborative filtering is disabled"));

        bool IsKnown(string name) => lists.HasNeighbours && name == ItemLists.NeighboursName;

        IResult NotFound(string text) => answers.Text(StatusCodes.Status404NotFound, text);

        IResult Unknown(string name) => options.Head ? NotFound($"recommender {name} not found") : answers.Json(Array.Empty<Score>());
    }

    private static List<Score> Cut(IEnumerable<Score> scores, HttpRequest request)
    {
        var (count, offset) = (Asked.Count(request), Asked.Offset(request));
        return [.. scores.Skip(offset).Take(count)];
    }
}
