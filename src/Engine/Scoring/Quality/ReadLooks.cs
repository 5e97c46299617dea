using System.Runtime.CompilerServices;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>
/// What was known of people at past instants and what became of them, a page of people at a time: memory does not grow with how
/// many there are.
/// </summary>
public sealed class ReadLooks(IPeopleListing everybody, IScoreOutcomes outcomes, IBehaviourSource behaviour, ScoringRules rules, TimeProvider time)
{
    private const int PageSize = 1000;

    public async Task<LookPlan> PlanAsync(QualityQuestion question, CancellationToken cancellationToken) => LookPlan.Of(
        question, question.From is null ? await outcomes.EarliestAsync(question.Basis, cancellationToken) : null, time.GetUtcNow());

    /// <param name="actsFor">How far before a look activities are to be told of, too; null for not at all.</param>
    public async IAsyncEnumerable<PersonLooks> RunAsync(
        LookPlan plan, [EnumeratorCancellation] CancellationToken cancellationToken, TimeSpan? actsFor = null)
    {
        IReadOnlyList<PersonWithConsents> page;
        var last = "";
        do
        {
            page = await everybody.ListAsync(last, PageSize, cancellationToken);
            if (page.Count == 0) yield break;
            foreach (var person in await LookAsync(plan, page, actsFor, cancellationToken)) yield return person;
            last = page[^1].Person.PersonId;
        }
        while (page.Count == PageSize);
    }

    private async Task<IReadOnlyList<PersonLooks>> LookAsync(
        LookPlan plan, IReadOnlyList<PersonWithConsents> page, TimeSpan? actsFor, CancellationToken cancellationToken)
    {
        var converted = await outcomes.ConversionsAsync([.. page.Select(one => one.Person.PersonId)], plan.Question.Goal, cancellationToken);
        var people = new Dictionary<string, PersonLooking>(StringComparer.Ordinal);
        foreach (var one in page)
        {
            var person = new LeadOutcome(one, converted.TryGetValue(one.Person.PersonId, out var at) ? at : null);
            if (plan.At(person) is { Count: > 0 } looks) people.Add(person.PersonId, new PersonLooking(plan, person, looks, actsFor is not null));
        }

        if (people.Count == 0) return [];

        if (plan.Question.Basis == ScoreBasis.Stored)
            await foreach (var score in outcomes.ScoresAsync(people.Keys, plan.Until, cancellationToken)) people[score.PersonId].Add(score);

        if (plan.Question.Basis == ScoreBasis.Events)
        {
            var reach = plan.Question.Recent > rules.Windows.Reach ? plan.Question.Recent : rules.Windows.Reach;
            var since = plan.From - (actsFor > reach ? actsFor.Value : reach);
            await foreach (var (person, activity) in behaviour.ReadAsync(people.Keys, since, cancellationToken))
                people[person].Add(activity, rules, reach);
        }

        return [.. people.Values.Select(person => person.Complete(rules)).Where(person => person.Looks.Count > 0)];
    }
}
