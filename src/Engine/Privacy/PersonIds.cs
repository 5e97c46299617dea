namespace PersonalizationEngine.Engine.Privacy;

/// <summary>All that leads to one person, or to several who are erased together.</summary>
/// <param name="Ids">Every id of theirs, the person's own among them; each once.</param>
/// <param name="Contacts">E-mail addresses and telephone numbers.</param>
public sealed record PersonIds(IReadOnlyList<string> Ids, IReadOnlyList<string> Contacts)
{
    private const string Mark = "@";

    /// <summary>Both in one list, to be sealed.</summary>
    public IEnumerable<string> ToTexts() => Ids.Select(id => $" {id}").Concat(Contacts.Select(contact => $"{Mark}{contact}"));

    /// <summary>What <see cref="ToTexts"/> gave.</summary>
    public static PersonIds Of(IReadOnlyList<string> texts) => new(
        [.. texts.Where(text => !text.StartsWith(Mark, StringComparison.Ordinal)).Select(text => text[1..])],
        [.. texts.Where(text => text.StartsWith(Mark, StringComparison.Ordinal)).Select(text => text[1..])]);
}
