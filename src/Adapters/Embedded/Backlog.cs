using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Adapters.Embedded;

/// <summary>
/// What was read of the store and is still to be learnt, 32 bytes each and each id once: 20 million interactions take less than
/// a gigabyte, where their rows as read would take four. Not thread-safe.
/// </summary>
internal sealed class Backlog
{
    // Given back stretch by stretch as they are learnt, so that what is learnt does not lie in memory twice.
    private const int StretchLength = 1 << 16;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];
    private readonly Queue<Stretch> _stretches = [];
    private Stretch? _last;

    // Sessions are short: one seldom lies in two stretches, and a table of all of them would be the largest.
    private readonly Dictionary<string, int> _sessionNumbers = new(StringComparer.Ordinal);

    public void Add(in Interaction interaction)
    {
        if (_last is null or { Count: StretchLength })
        {
            _sessionNumbers.Clear();
            _stretches.Enqueue(_last = new Stretch());
        }

        var session = NumberOf(interaction.SessionId, _sessionNumbers, _last.Sessions);
        var (person, item) = (NumberOf(interaction.PersonId, _numbers, _ids), NumberOf(interaction.ItemId, _numbers, _ids));
        _last.Add(new Reading(person, item, session, interaction.IsPurchase, interaction.Weight, interaction.At.UtcTicks));
    }

    /// <summary>All of it, in the order it was added; each is gone once it was given.</summary>
    public IEnumerable<Interaction> TakeAll()
    {
        _last = null;
        while (_stretches.TryDequeue(out var stretch))
            for (var place = 0; place < stretch.Count; place++) yield return stretch.Read(place, _ids);
    }

    private static int NumberOf(string id, Dictionary<string, int> numbers, List<string> ids)
    {
        if (numbers.TryGetValue(id, out var number)) return number;
        numbers.Add(id, number = ids.Count);
        ids.Add(id);
        return number;
    }

    private sealed class Stretch
    {
        private readonly Reading[] _readings = new Reading[StretchLength];

        public List<string> Sessions { get; } = [];

        public int Count { get; private set; }

        public void Add(in Reading reading) => _readings[Count++] = reading;

        public Interaction Read(int place, List<string> ids)
        {
            var (person, item, session, isPurchase, weight, utcTicks) = _readings[place];
            return new Interaction(ids[person], ids[item], Sessions[session], weight, new DateTimeOffset(utcTicks, TimeSpan.Zero))
            {
                IsPurchase = isPurchase,
            };
        }
    }

    private readonly record struct Reading(int Person, int Item, int Session, bool IsPurchase, double Weight, long UtcTicks);
}
