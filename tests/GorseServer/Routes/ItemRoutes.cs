using PersonalizationEngine.GorseServer.Answers;
using PersonalizationEngine.GorseServer.Data;
using PersonalizationEngine.GorseServer.Requests;

namespace PersonalizationEngine.GorseServer.Routes;

internal static class ItemRoutes
{
    public static void Map(RouteGroupBuilder api, AnswerWriter answers, Database database, ServerOptions options)
    {
        api.MapPost("/item", async (HttpRequest request) => Put([await GoJson.ReadAsync(request)]));
        api.MapPost("/items", async (HttpRequest request) => Put(await GoJson.ReadListAsync(request)));
        api.MapGet("/item/{id}", (string id) => database.FindItem(id) is { } item ? answers.Json(item) : answers.Missing("item", id));
        api.MapDelete("/item/{id}", (string id) =>
        {
            database.Apply(new Change { DeletedItems = [id] });
            return answers.Success(1);
        });
        api.MapPatch("/item/{id}", async (string id, HttpRequest request) =>
        {
            var patch = await GoJson.ReadAsync(request);
            var patched = Patch(database.FindItem(id) ?? Item.Empty(id), patch);
            if (database.HasItem(id)) database.Apply(new Change { Items = [patched] });
            return answers.Success(1);
        });
        api.MapPut("/item/{id}/category/{category}", (string id, string category) =>
            Recategorize(id, item => [.. (item.Categories ?? []).Where(known => known != category), category]));
        api.MapDelete("/item/{id}/category/{category}", (string id, string category) =>
            Recategorize(id, item => [.. (item.Categories ?? []).Where(known => known != category)]));
        api.MapGet("/items", (HttpRequest request) => Asked.Text(request, "q") is { } words ? Search(words, Asked.Count(request)) : List(request));

        IResult Put(IReadOnlyList<GoJson> bodies)
        {
            var items = bodies.Select(body => new Item(
                body.Text("ItemId"), body.Boolean("IsHidden"), body.Texts("Categories"), body.Instant("Timestamp"), body.Labels(), body.Text("Comment"))).ToList();
            database.Apply(new Change { Items = items });
            return answers.Success(items.Count);
        }

        IResult Recategorize(string id, Func<Item, IReadOnlyList<string>> categoriesOf)
        {
            if (database.FindItem(id) is not { } item) return answers.Text(StatusCodes.Status500InternalServerError, $"{id}: item not found");
            database.Apply(new Change { Items = [item with { Categories = categoriesOf(item) }] });
            return answers.Success(1);
        }

        IResult Search(string words, int count) => options.Search
            ? answers.Json(new ItemIterator("", [.. database.Items.Where(item => item.Comment.Contains(words, StringComparison.OrdinalIgnoreCase)).Take(count)]))
            : answers.Text(StatusCodes.Status400BadRequest, "item search is not supported");

        IResult List(HttpRequest request)
        {
            var first = Cursors.Read(request);
            var rows = database.Items.SkipWhile(item => string.CompareOrdinal(item.ItemId, first) < 0);
            var (page, cursor) = Cursors.Cut(rows, Asked.Count(request), item => item.ItemId);
            return answers.Json(new ItemIterator(cursor, page));
        }
    }

    private static Item Patch(Item item, GoJson patch) => new(
        item.ItemId,
        patch.Has("IsHidden") ? patch.Boolean("IsHidden") : item.IsHidden,
        patch.Texts("Categories") ?? item.Categories,
        patch.Has("Timestamp") ? Timestamps.ReadStrictly(patch.Text("Timestamp")) : item.Timestamp,
        patch.Labels() ?? item.Labels,
        patch.Has("Comment") ? patch.Text("Comment") : item.Comment);
}
