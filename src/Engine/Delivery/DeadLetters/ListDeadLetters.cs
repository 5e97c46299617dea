using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.DeadLetters;

/// <summary>Dead letters of all sources, one source after the other, in each the newest first.</summary>
public sealed class ListDeadLetters(IEnumerable<IDeadLetters> sources)
{
    private readonly IReadOnlyList<IDeadLetters> _sources = [.. sources.OrderBy(source => source.Kind, StringComparer.Ordinal)];

    public IReadOnlyList<string> Kinds => [.. _sources.Select(source => source.Kind)];

    /// <summary>Null when there is no such source.</summary>
    public IDeadLetters? Find(string kind) => _sources.FirstOrDefault(source => source.Kind == kind);

    /// <param name="kind">Null for those of all sources.</param>
    /// <param name="after">Where the page before ended; see <see cref="PlaceOf"/>. 0 begins.</param>
    public async Task<IReadOnlyList<DeadLetter>> RunAsync(string? kind, long after, int limit, CancellationToken cancellationToken)
    {
        var (first, before) = after == 0 ? (0, long.MaxValue) : ((int)(after >> IdBits), after & Ids);
        var found = new List<DeadLetter>();
        for (var index = first; index < _sources.Count && found.Count < limit; index++)
        {
            if (kind is not null && _sources[index].Kind != kind) continue;
            found.AddRange(await _sources[index].ListAsync(index == first ? before : long.MaxValue, limit - found.Count, cancellationToken));
        }

        return found;
    }

    /// <summary>Where a list goes on after a letter: its source above its id.</summary>
    public long PlaceOf(DeadLetter letter)
    {
        for (var index = 0; index < _sources.Count; index++)
            if (_sources[index].Kind == letter.Kind) return ((long)index << IdBits) | letter.Id;
        throw new ArgumentOutOfRangeException(nameof(letter), letter.Kind, "No source has letters of this kind.");
    }

    private const int IdBits = 48;

    private const long Ids = (1L << IdBits) - 1;
}
