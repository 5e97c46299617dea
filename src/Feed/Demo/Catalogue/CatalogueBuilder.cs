using PersonalizationEngine.Feed.Demo.Chance;
using PersonalizationEngine.Feed.Demo.Words;

namespace PersonalizationEngine.Feed.Demo.Catalogue;

/// <summary>Makes up the items: most are old, some appear during the month, a few are hidden or expire.</summary>
internal sealed class CatalogueBuilder(DemoPlan plan, CatalogueWords words, NameWords names)
{
    private const double ShareHidden = 0.02;
    private const double ShareExpiring = 0.03;
    private const double SharePublishedInTheMonth = 0.12;
    private const double ShareWithSecondCategory = 0.3;
    private const double OldestInDays = 720;

    private readonly Dice _dice = Dice.For(plan.Seed, "catalogue");

    public IReadOnlyList<Item> Build()
    {
        var titles = new TitleWriter(names, _dice);
        var ranks = Shuffled(plan.Items);
        return [.. Enumerable.Range(0, plan.Items).Select(index => Make(index % words.Categories.Length, ranks[index], titles))];
    }

    private Item Make(int category, int rank, TitleWriter titles)
    {
        var format = _dice.Weighted([.. words.Formats.Select(choice => choice.Share)]);
        var (kind, topics) = (words.Formats[format], words.Categories[category].Topics);
        var topic = _dice.Pick(topics);
        var (title, description) = titles.Write(kind, topic);
        var published = PublishedAt();
        var (slug, popularity) = (Slug.Of(title), 1 / Math.Pow(rank + 3, 0.8));
        return new Item(slug, title, $"/{kind.Name}/{slug}", category, format, published, popularity)
        {
            Categories = CategoriesOf(category),
            Tags = [.. new[] { Slug.Of(topic), Slug.Of(_dice.Pick(topics)), kind.Name }.Distinct()],
            Description = description,
            Minutes = Math.Max(2, (int)Math.Round(_dice.LogNormal(kind.Minutes, 0.25))),
            Hidden = _dice.Chance(ShareHidden),
            ExpiresAt = _dice.Chance(ShareExpiring) ? Later(published, _dice.Between(0.3, 1)) : null,
        };
    }

    private DateTimeOffset PublishedAt() => _dice.Chance(SharePublishedInTheMonth)
        ? plan.Start.AddMinutes(Math.Floor(_dice.Unit() * plan.Days * 24 * 60 * 0.95))
        : plan.Start.AddDays(-Math.Ceiling(OldestInDays * Math.Pow(_dice.Unit(), 1.5)));

    private DateTimeOffset Later(DateTimeOffset published, double share) =>
        published.AddHours(Math.Ceiling((plan.Now - published).TotalHours * share));

    private IReadOnlyList<string> CategoriesOf(int category)
    {
        var main = words.Categories[category].Name;
        var second = _dice.Pick(words.Categories).Name;
        return _dice.Chance(ShareWithSecondCategory) && second != main ? [main, second] : [main];
    }

    private int[] Shuffled(int count)
    {
        var ranks = Enumerable.Range(0, count).ToArray();
        for (var last = count - 1; last > 0; last--)
        {
            var other = _dice.Below(last + 1);
            (ranks[last], ranks[other]) = (ranks[other], ranks[last]);
        }

        return ranks;
    }
}
