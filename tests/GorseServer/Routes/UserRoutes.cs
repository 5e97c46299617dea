using PersonalizationEngine.GorseServer.Answers;
using PersonalizationEngine.GorseServer.Data;
using PersonalizationEngine.GorseServer.Requests;

namespace PersonalizationEngine.GorseServer.Routes;

internal static class UserRoutes
{
    public static void Map(RouteGroupBuilder api, AnswerWriter answers, Database database)
    {
        api.MapPost("/user", async (HttpRequest request) => Put([await GoJson.ReadAsync(request)]));
        api.MapPost("/users", async (HttpRequest request) => Put(await GoJson.ReadListAsync(request)));
        api.MapGet("/user/{id}", (string id) => database.FindUser(id) is { } user ? answers.Json(user) : answers.Missing("user", id));
        api.MapDelete("/user/{id}", (string id) =>
        {
            database.Apply(new Change { DeletedUsers = [id] });
            return answers.Success(1);
        });
        api.MapPatch("/user/{id}", async (string id, HttpRequest request) =>
        {
            var patch = await GoJson.ReadAsync(request);
            var labels = patch.Labels();
            if (database.FindUser(id) is { } user)
                database.Apply(new Change { Users = [user with { Labels = labels ?? user.Labels, Comment = patch.Has("Comment") ? patch.Text("Comment") : user.Comment }] });
            return answers.Success(1);
        });
        api.MapGet("/users", (HttpRequest request) =>
        {
            var first = Cursors.Read(request);
            var rows = database.Users.SkipWhile(user => string.CompareOrdinal(user.UserId, first) < 0);
            var (page, cursor) = Cursors.Cut(rows, Asked.Count(request), user => user.UserId);
            return answers.Json(new UserIterator(cursor, page));
        });

        IResult Put(IReadOnlyList<GoJson> bodies)
        {
            var users = bodies.Select(body => new User(body.Text("UserId"), body.Labels(), body.Text("Comment"))).ToList();
            database.Apply(new Change { Users = users });
            return answers.Success(users.Count);
        }
    }
}
