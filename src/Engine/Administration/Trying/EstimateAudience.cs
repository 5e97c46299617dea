using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Behaviour;
using PersonalizationEngine.Engine.Personalization.Playbooks;

namespace PersonalizationEngine.Engine.Administration.Trying;

/// <summary>
/// For how many people a condition holds, by an even sample of those there are, so that it can be told while somebody writes it.
/// People are judged as they are stored: without a visit's context and without what is counted live.
/// </summary>
public sealed class EstimateAudience(KeptSample sample, PlaybookKeeper playbooks)
{
    public const int MostShown = 10;

    public async Task<Audience> RunAsync(Condition condition, CancellationToken cancellationToken)
    {
        var (seen, people) = await sample.OfAsync(Asks([condition]), cancellationToken);
        return Of(condition, seen, people);
    }

    /// <summary>The same of several conditions, if it can be told at once.</summary>
    /// <returns>In their order; null when people would have to be read first, which begins then.</returns>
    public async Task<IReadOnlyList<Audience>?> TellAtOnceAsync(IReadOnlyList<Condition> conditions, CancellationToken cancellationToken)
    {
        var asks = Asks(conditions);
        if (!sample.IsAtHand(asks))
        {
            // Whoever asks does not wait, and a failure is met again by whoever asks next.
            _ = Task.Run(() => sample.OfAsync(asks, CancellationToken.None), CancellationToken.None);
            return null;
        }

        var (seen, people) = await sample.OfAsync(asks, cancellationToken);
        return [.. conditions.Select(condition => Of(condition, seen, people))];
    }

    private Audience Of(Condition condition, long seen, IReadOnlyList<SampledPerson> people)
    {
        var holds = ConditionCompiler.Compile(condition, playbooks.Current.Rules.Groups);
        var matched = people.Where(person => holds(person.Attributes)).Select(person => person.PersonId).ToList();
        return new Audience(seen, people.Count, matched.Count, [.. matched.Take(MostShown)]);
    }

    private ActPatterns Asks(IReadOnlyList<Condition> conditions) =>
        ActPatterns.Of([.. playbooks.Current.Conditions, .. conditions], playbooks.Current.Rules.Groups);
}
