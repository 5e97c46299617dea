using System.Buffers;

namespace PersonalizationEngine.Adapters.Sql.Privacy;

/// <summary>
/// Finds ids, e-mail addresses and telephone numbers of people in texts. A long one counts wherever no letter or digit adjoins
/// it; a short one, which may stand anywhere by chance, only where it is all of a word.
/// </summary>
internal sealed class Names
{
    private const int Short = 6;
    private const string CdpEvent = "sql:";

    private readonly HashSet<string> _words;
    private readonly HashSet<string> _contacts;
    private readonly SearchValues<string> _long;

    public Names(Engine.Privacy.PersonIds people)
    {
        _words = people.Ids.ToHashSet(StringComparer.Ordinal);
        _contacts = people.Contacts.ToHashSet(StringComparer.OrdinalIgnoreCase);
        Long = [.. people.Ids.Concat(people.Contacts).Where(name => name.Length >= Short).OrderByDescending(name => name.Length)];
        _long = SearchValues.Create([.. Long], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The longest first.</summary>
    public IReadOnlyList<string> Long { get; }

    public bool IsOne(string word) => _words.Contains(word) || _contacts.Contains(word);

    /// <param name="words">What may be read out of the text besides.</param>
    public bool AreIn(string text, Func<string, IEnumerable<string>> words) =>
        IsOne(text) || AdjoinsNothing(text) || IsOfCdp(text)
        || (text.AsSpan().ContainsAny('{', '\\', ' ') && words(text).Any(IsOne));

    private bool AdjoinsNothing(string text)
    {
        var from = 0;
        while (text.AsSpan(from).IndexOfAny(_long) is >= 0 and var found)
        {
            var place = from + found;
            foreach (var name in Long)
            {
                var end = place + name.Length;
                if (string.Compare(text, place, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
                    && (place == 0 || !char.IsLetterOrDigit(text[place - 1])) && (end >= text.Length || !char.IsLetterOrDigit(text[end])))
                    return true;
            }

            from = place + 1;
        }

        return false;
    }

    /// <summary>Ids of events that were read out of the CDP's tables name the record.</summary>
    private bool IsOfCdp(string text) => text.StartsWith(CdpEvent, StringComparison.Ordinal) && text.Split(':', '|').Skip(2).SkipLast(1).Any(_words.Contains);
}
