using PersonalizationEngine.Feed.Demo.Chance;
using PersonalizationEngine.Feed.Demo.Words;

namespace PersonalizationEngine.Feed.Demo.Population;

/// <summary>What one person likes: their tribe's taste, sharpened or flattened and shaken a little.</summary>
/// <param name="Categories">Weight of each category of the word list.</param>
/// <param name="Formats">Weight of each format of the word list.</param>
/// <param name="Wandering">Share of choices that follow what is popular with everybody instead, 0 to 1.</param>
internal sealed record Taste(IReadOnlyList<double> Categories, IReadOnlyList<double> Formats, double Wandering)
{
    private const double Shake = 0.45;

    public static Taste Draw(TribeWords tribe, CatalogueWords words, Dice dice)
    {
        var temperature = dice.LogNormal(1, 0.25);
        return new Taste(
            [.. words.Categories.Select(category => Sharpened(tribe.TasteFor(category.Name)) * dice.LogNormal(1, Shake))],
            [.. words.Formats.Select(format => tribe.Formats[format.Name] * dice.LogNormal(1, Shake))],
            dice.Between(0.1, 0.35));

        double Sharpened(double weight) => Math.Pow(weight, 1 / temperature);
    }
}
