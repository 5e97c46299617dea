using PersonalizationEngine.Feed.Demo.Catalogue;
using PersonalizationEngine.Feed.Demo.Words;

namespace PersonalizationEngine.Feed.Demo.Personas;

/// <summary>Finds the pages a persona opens; of the items that fit, the most popular one not read yet.</summary>
internal sealed class PersonaReading(IReadOnlyList<Item> items, CatalogueWords words)
{
    private readonly HashSet<Item> _read = [];

    /// <param name="page">A path, or <c>format/category</c>.</param>
    public (string Path, string Title) Open(string page, DateTimeOffset at)
    {
        if (page.StartsWith('/')) return (page, Site.TitleOf(page));
        var parts = page.Split('/');
        var category = words.CategoryNamed(parts[1]);
        var fitting = items.Where(item => item.Category == category && item.IsOpenAt(at))
            .OrderByDescending(item => words.Formats[item.Format].Name == parts[0])
            .ThenBy(item => _read.Contains(item))
            .ThenByDescending(item => item.Popularity)
            .FirstOrDefault();
        if (fitting is null) return (Site.Home, Site.TitleOf(Site.Home));
        _read.Add(fitting);
        return (fitting.Path, fitting.Title);
    }
}
