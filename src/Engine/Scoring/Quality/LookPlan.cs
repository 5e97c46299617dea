namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>When people are looked at: never so late that the horizon is not over yet.</summary>
/// <param name="From">A Monday, 00:00 UTC, where nothing else was asked for.</param>
/// <param name="Until">Looks lie before it.</param>
/// <param name="NotOverYet">Whether looks before the end that was asked for are left out, because their horizon is not over.</param>
public sealed record LookPlan(QualityQuestion Question, DateTimeOffset From, DateTimeOffset Until, bool NotOverYet)
{
    private readonly DateTimeOffset[] _grid = Question.Age is null ? [.. Grid(From, Until, Question.Every)] : [];

    /// <summary>The share of the time that the earlier part of an out-of-time split takes.</summary>
    public const double EarlierShare = 2.0 / 3;

    /// <summary>Where the earlier part ends and the later one begins.</summary>
    public DateTimeOffset Split => From + ((Until - From) * EarlierShare);

    /// <param name="earliest">Since when anything is known; null when nothing is.</param>
    public static LookPlan Of(QualityQuestion question, DateTimeOffset? earliest, DateTimeOffset now)
    {
        var asked = question.Until is { } until && until < now ? until : now;
        var over = now - question.Horizon;
        var end = over < asked ? over : asked;
        var start = question.From ?? Monday(Later(earliest ?? end, asked - QualityQuestion.Usual));
        return new LookPlan(question, start, Later(end, start), over < asked);
    }

    public static DateTimeOffset Monday(DateTimeOffset instant) =>
        new DateTimeOffset(instant.UtcDateTime.Date, TimeSpan.Zero).AddDays(-(((int)instant.UtcDateTime.DayOfWeek + 6) % 7));

    /// <summary>The looks at one person, the earliest first: none once they converted.</summary>
    public IReadOnlyList<DateTimeOffset> At(LeadOutcome person)
    {
        var looks = Question.Age is { } age ? Once(person.Stored.Person.FirstSeenAt + age) : _grid;
        return person.ConvertedAt is { } converted ? [.. looks.TakeWhile(look => look < converted)] : looks;
    }

    /// <summary>Whether a conversion belongs to a look.</summary>
    public bool Counts(DateTimeOffset? converted, DateTimeOffset look) => converted > look && converted <= look + Question.Horizon;

    private IReadOnlyList<DateTimeOffset> Once(DateTimeOffset? at) => at is { } look && look >= From && look < Until ? [look] : [];

    private static IEnumerable<DateTimeOffset> Grid(DateTimeOffset from, DateTimeOffset until, TimeSpan every)
    {
        for (var look = from; look < until; look += every) yield return look;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
