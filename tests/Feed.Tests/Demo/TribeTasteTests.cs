using PersonalizationEngine.Feed.Demo.Wire;
using PersonalizationEngine.Feed.Demo.Words;

namespace Feed.Tests.Demo;

public sealed class TribeTasteTests(DefaultMonth fixture)
{
    private readonly Dictionary<string, int> _categoryOf =
        fixture.Month.Items.ToDictionary(item => item.Path, item => item.Category);

    public static TheoryData<string> Tribes() =>
        [.. Wordbook.Read<PopulationWords>("population").Tribes.Select(tribe => tribe.Name)];

    [Theory]
    [MemberData(nameof(Tribes))]
    public void Views_OfATribe_AreHalfToMostlyInItsThreeFavouriteCategories(string tribe)
    {
        var views = ViewsOf(tribe);
        var favourites = Favourites(tribe);

        Assert.InRange(views.Count(favourites.Contains) / (double)views.Count, 0.5, 0.85);
    }

    [Theory]
    [MemberData(nameof(Tribes))]
    public void Views_OfATribe_ReachEveryCategory(string tribe) => Assert.Equal(14, ViewsOf(tribe).Distinct().Count());

    [Fact]
    public void Views_OfEverybody_FavourThePopular()
    {
        var views = ItemViews().CountBy(sent => sent.Path!).Select(pair => pair.Value).OrderDescending().ToList();
        var tenth = views.Take(views.Count / 10).Sum() / (double)views.Sum();

        Assert.InRange(tenth, 0.25, 0.6);
        Assert.True(views.Count > 0.9 * fixture.Month.Items.Count(item => !item.Hidden));
    }

    private List<int> ViewsOf(string tribe)
    {
        var members = fixture.Month.People.Where(month => month.Person.Tribe == tribe)
            .SelectMany(month => month.Person.Devices.Select(device => device.Id).Append(month.Person.UserId ?? "")).ToHashSet();
        var views = ItemViews().Where(sent => members.Contains(fixture.Identities.PersonOf(sent)));
        return [.. views.Select(sent => _categoryOf[sent.Path!])];
    }

    private IEnumerable<SentEvent> ItemViews() =>
        fixture.Sent.Where(sent => sent.Type == "pageview" && _categoryOf.ContainsKey(sent.Path!));

    private static HashSet<int> Favourites(string tribe)
    {
        var categories = Wordbook.Read<CatalogueWords>("catalogue");
        return [.. Wordbook.Read<PopulationWords>("population").Tribes.Single(words => words.Name == tribe).Taste
            .Where(taste => taste.Key != TribeWords.Rest).OrderByDescending(taste => taste.Value).Take(3)
            .Select(taste => categories.CategoryNamed(taste.Key))];
    }
}
