using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Behaviour;
using PersonalizationEngine.Engine.Personalization.Playbooks;

namespace PersonalizationEngine.Engine.Administration.Trying;

/// <summary>
/// For how many people a condition holds, by an even sample of those there are, so that it can be told while somebody writes it.
/// People are judged as they are stored: without a visit's context and without what is counted live.
/// </summary>
public sealed class EstimateAudience(PeopleSample sample, PlaybookKeeper playbooks, TimeProvider time)
{
    public const int MostAsked = 1_000, MostShown = 10;

    public async Task<Audience> RunAsync(Condition condition, CancellationToken cancellationToken)
    {
        var playbook = playbooks.Current;
        var holds = ConditionCompiler.Compile(condition, playbook.Rules.Groups);
        var asks = ActPatterns.Of([.. playbook.Conditions, condition], playbook.Rules.Groups);
        var drawn = await sample.DrawAsync(DateTimeOffset.UnixEpoch, MostAsked, cancellationToken);
        var (asked, matched, shown) = (0, 0, new List<string>());
        await foreach (var person in sample.ReadAsync(drawn.Ids, time.GetUtcNow(), asks, cancellationToken))
        {
            asked++;
            if (!holds(person.Attributes)) continue;
            matched++;
            if (shown.Count < MostShown) shown.Add(person.PersonId);
        }

        return new Audience(drawn.Seen, asked, matched, shown);
    }
}
