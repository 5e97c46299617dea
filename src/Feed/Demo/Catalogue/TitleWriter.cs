using PersonalizationEngine.Feed.Demo.Chance;
using PersonalizationEngine.Feed.Demo.Words;

namespace PersonalizationEngine.Feed.Demo.Catalogue;

/// <summary>Puts topics and made-up customers into the wordings of a format.</summary>
internal sealed class TitleWriter(NameWords names, Dice dice)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>A title nobody has yet, and the description that goes with it.</summary>
    public (string Title, string Description) Write(FormatWords format, string topic)
    {
        var company = $"{dice.Pick(names.Company)} {dice.Pick(names.CompanyKind)}";
        var first = Fill(dice.Pick(format.Titles), topic, company);
        var title = first;
        for (var part = 2; !_taken.Add(Slug.Of(title)); part++) title = $"{first}, part {part}";
        return (title, Fill(format.Description, topic, company));
    }

    private static string Fill(string wording, string topic, string company) => wording
        .Replace("{topic}", topic, StringComparison.Ordinal)
        .Replace("{Topic}", char.ToUpperInvariant(topic[0]) + topic[1..], StringComparison.Ordinal)
        .Replace("{company}", company, StringComparison.Ordinal);
}
