using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Core.Scoring.Models.Evaluation;
using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Scoring.Models.Backtesting;

/// <summary>
/// Scores people as they were at instants of the past by a draft and by what there is, and holds both against who converted afterwards.
/// A sample that is the same each time; nothing is stored. Somebody counts from when they were first seen, and until they convert.
/// </summary>
public sealed class BacktestModel(
    LeadModels models, ReadLeads leads, IPeopleListing people, IScoreHistory history, ScoringRules rules, TimeProvider time)
{
    public const int MostWeeks = 52, DefaultWeeks = 8, MostPeople = 20_000, DefaultPeople = 5_000;

    private const int PageSize = 500;

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public async Task<BacktestReport> RunAsync(BacktestPlan plan, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var instants = Enumerable.Range(1, plan.Weeks).Select(week => now - week * Week).Reverse().ToList();
        var draft = await models.CompileAsync(plan.Draft, cancellationToken);
        var live = plan.Live is null ? null : await models.CompileAsync(plan.Live, cancellationToken);
        var since = new[] { leads.Since(draft, instants[0]), live is null ? instants[0] - rules.Windows.Reach : leads.Since(live, instants[0]) }.Min();

        var tally = new BacktestTally(instants, plan.Within, now);
        var (tried, last, isSample) = (0, "", false);
        while (true)
        {
            var page = await people.ListAsync(last, PageSize, cancellationToken);
            if (page.Count == 0) break;
            last = page[^1].Person.PersonId;
            if (tried >= plan.People)
            {
                isSample = true;
                break;
            }

            var taken = page.Take(plan.People - tried).ToList();
            isSample |= taken.Count < page.Count;
            await AddAsync(tally, draft, live, taken, since, cancellationToken);
            tried += taken.Count;
            if (page.Count < PageSize || isSample) break;
        }

        return tally.Report(tried, isSample, draft, live);
    }

    private async Task AddAsync(
        BacktestTally tally, CompiledLeadModel draft, CompiledLeadModel? live, List<PersonWithConsents> page, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var evidence = await leads.ReadAsync(page, since, cancellationToken);
        var conversions = await history.ConversionsAsync([.. page.Select(person => person.Person.PersonId)], DateTimeOffset.UnixEpoch, cancellationToken);
        foreach (var lead in evidence)
        {
            tally.Note(lead);
            foreach (var at in tally.Instants)
            {
                if (!(lead.Person!.Person.FirstSeenAt <= at)) continue;
                var before = live is null ? Plain(lead, at) : live.Model.SegmentOf(leads.Curve(live, lead, at, at).Score(at));
                var after = draft.Model.SegmentOf(leads.Curve(draft, lead, at, at).Score(at));
                tally.Add(lead.PersonId, at, before, after, conversions[lead.PersonId]);
            }
        }
    }

    private LeadSegment Plain(LeadEvidence lead, DateTimeOffset at) => LeadScorer.Score(leads.Factors(lead, at, at).At(at), rules.Model).Segment;
}
