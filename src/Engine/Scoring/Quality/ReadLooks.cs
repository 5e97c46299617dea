using System.Runtime.CompilerServices;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>
/// What was known of people at past instants and what became of them, a page of people at a time: memory does not grow with how
/// many there are.
/// </summary>
public sealed class ReadLooks(IScoreOutcomes outcomes, IBehaviourSource behaviour, ScoringRules rules, TimeProvider time)
{
    private const int PageSize = 1000;

    public async Task<LookPlan> PlanAsync(QualityQuestion question, CancellationToken cancellationToken) => LookPlan.Of(
        question, question.From is null ? await outcomes.EarliestAsync(question.Basis, cancellationToken) : null, time.GetUtcNow());

    public async IAsyncEnumerable<PersonLooks> RunAsync(LookPlan plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<LeadOutcome> page;
        var last = "";
        do
        {
            page = await outcomes.PeopleAsync(last, PageSize, plan.Question.Goal, cancellationToken);
            if (page.Count == 0) yield break;
            foreach (var person in await LookAsync(plan, page, cancellationToken)) yield return person;
            last = page[^1].PersonId;
        }
        while (page.Count == PageSize);
    }

    private async Task<IReadOnlyList<PersonLooks>> LookAsync(
        LookPlan plan, IReadOnlyList<LeadOutcome> page, CancellationToken cancellationToken)
    {
        var people = new Dictionary<string, PersonLooking>(StringComparer.Ordinal);
        foreach (var person in page)
            if (plan.At(person) is { Count: > 0 } looks) people.Add(person.PersonId, new PersonLooking(plan, person, looks));
        if (people.Count == 0) return [];

        if (plan.Question.Basis == ScoreBasis.Stored)
        {
            await foreach (var score in outcomes.ScoresAsync(people.Keys, plan.Until, cancellationToken)) people[score.PersonId].Add(score);
        }
        else
        {
            var reach = plan.Question.Recent > rules.Windows.Reach ? plan.Question.Recent : rules.Windows.Reach;
            await foreach (var (person, activity) in behaviour.ReadAsync(people.Keys, plan.From - reach, cancellationToken))
                people[person].Add(activity, rules, reach);
        }

        return [.. people.Values.Select(person => person.Complete(rules)).Where(person => person.Looks.Count > 0)];
    }
}
