using PersonalizationEngine.Core.Rules.Care;
using PersonalizationEngine.Core.Rules.Evaluation;
using PersonalizationEngine.Engine.Personalization.Playbooks;

namespace PersonalizationEngine.Engine.Administration.Trying;

/// <summary>
/// Finds live rules that cannot do what they are there for, by proof, and those that nobody seen lately matches, by trying.
/// Rules that ask for something a request brings along are not tried: stored people cannot tell.
/// </summary>
public sealed class FindRuleFaults(PeopleSample sample, PlaybookKeeper playbooks, TimeProvider time)
{
    public const int MaxPeople = 20_000, DefaultPeople = 1_000, MaxDays = 400, DefaultDays = 90;

    /// <param name="people">How many to try the rules on at most; with 0 only what can be proved is told.</param>
    public async Task<FindingReport> RunAsync(TimeSpan window, int people, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rules = playbooks.Current.Rules;
        var finder = new RuleFinder(rules.Rules.Select(rule => rule.Rule), now);
        var proved = finder.Find().ToList();

        var drawn = people > 0 ? await sample.DrawAsync(now - window, people, cancellationToken) : new DrawnPeople(0, []);
        var trials = rules.Rules.Where(rule => !(now >= rule.Rule.EndsAt)).Select(rule => new Trial(rule)).ToList();
        var asked = 0;
        await foreach (var person in sample.ReadAsync(drawn.Ids, now, playbooks.Acts, cancellationToken))
        {
            asked++;
            foreach (var trial in trials)
                if (trial.Matched is null && trial.Rule.Matches(person.Attributes)) trial.Matched = person.PersonId;
        }

        var stranger = sample.Stranger(now, playbooks.Acts);
        var contradictory = proved.Where(finding => finding.Kind == FindingKind.Contradictory).Select(finding => finding.Rule.Id).ToHashSet();
        var empty = trials.Where(trial => asked > 0 && trial.Matched is null && !contradictory.Contains(trial.Rule.Rule.Id)
            && StoredAttributes.Suffice(trial.Rule.Rule.Condition.Condition) && !trial.Rule.Matches(stranger));
        return new FindingReport(
            finder.Rules.Count, drawn.Seen, asked,
            [
                .. proved.Select(finding => new TriedFinding(finding, trials.Find(trial => trial.Rule.Rule.Id == finding.Rule.Id)?.Matched)),
                .. empty.Select(trial => new TriedFinding(new RuleFinding(trial.Rule.Rule, FindingKind.Empty, [], [], []), null)),
            ]);
    }

    private sealed class Trial(CompiledRule rule)
    {
        public CompiledRule Rule => rule;

        /// <summary>The first who does.</summary>
        public string? Matched { get; set; }
    }
}
