using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring.Models.Crossings;

namespace PersonalizationEngine.Engine.Scoring;

/// <summary>Scores one person from the sources, now, and stores the result; thresholds of the models that they crossed are noted with it.</summary>
public sealed class RecalculateLeadScore(
    IPeople people, MeasureLead measure, ILeadScores scores, PersonGenerations generations, ConsentPolicy consent, WatchThresholds? thresholds = null)
{
    /// <returns>For an id never seen, the score of somebody who did nothing; that is not stored.</returns>
    public async Task<RecalculatedScore> RunAsync(string userId, CancellationToken cancellationToken)
    {
        var found = await people.FindAsync(userId, cancellationToken);
        if (found is null) return new RecalculatedScore(userId, Known: false, measure.Nothing().Score) { Permissions = consent.Unasked };

        var personId = found.Person.PersonId;
        var measured = await measure.RunAsync(personId, cancellationToken);
        await scores.SaveAsync([new PersonScore(personId, measured.Score)], cancellationToken);
        generations.Advance(personId);
        if (thresholds is not null) await thresholds.RunAsync(personId, cancellationToken);
        return new RecalculatedScore(personId, Known: true, measured.Score) { Permissions = found.PermissionsBy(consent) };
    }
}
