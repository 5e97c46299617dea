using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Personalization.Live;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Engine.Personalization.Snapshots;

/// <summary>Reads all a decision needs of a person from the stores and the recommender.</summary>
public sealed partial class PersonLoader(
    IPeople people,
    MeasureLead measure,
    RecommendToPeople recommender,
    ItemCatalogue catalogue,
    LiveActivity live,
    PersonGenerations generations,
    IAskedActs conditions,
    PersonCacheOptions options,
    TimeProvider time,
    ILogger<PersonLoader> logger)
{
    /// <summary>Candidates kept for rules to filter and boost; also the most a decision can recommend.</summary>
    public const int MaxCandidates = 50;

    public async Task<PersonSnapshot> LoadAsync(string userId, CancellationToken cancellationToken)
    {
        var (generation, readAt) = (generations.Now, time.GetUtcNow());
        var found = await people.FindAsync(userId, cancellationToken);
        var profile = found?.ToProfile() ?? PersonProfile.Unknown(userId);
        var lately = found is null ? LiveActivity.None : live.OfAsync(profile.PersonId, cancellationToken);
        var asked = conditions.Acts;
        var measured = found is null ? measure.Nothing(asked) : await measure.RunAsync(profile.PersonId, cancellationToken, asked);
        var page = await RecommendAsync(profile.PersonId, measured.Score.Segment, cancellationToken);
        var candidates = page?.Items.Select(catalogue.ToCandidate).ToArray();

        var attributes = PersonAttributes.Of(profile, found is not null, measured.Factors, measured.Score, await lately, measured.Acts);
        var state = new PersonState(profile, found is not null, measured.Score, attributes, candidates ?? [])
        {
            Kept = found?.Kept ?? await people.KeptByStrangerAsync(userId, cancellationToken),
        };
        return new PersonSnapshot(state, page?.Recommender ?? recommender.Name, generation, readAt, IsComplete: page is not null)
        {
            HasStandIn = page?.IsStandIn is true,
        };
    }

    /// <summary>Somebody of whom nothing can be said because nothing could be read.</summary>
    public PersonSnapshot Blank(string userId)
    {
        var profile = PersonProfile.Unknown(userId);
        var measured = measure.Nothing();
        var attributes = PersonAttributes.Of(profile, false, measured.Factors, measured.Score);
        return new PersonSnapshot(
            new PersonState(profile, false, measured.Score, attributes, []), recommender.Name, generations.Now, time.GetUtcNow(), IsComplete: false);
    }

    /// <summary>Null when the recommender failed: an answer without recommendations beats none.</summary>
    private async Task<RecommendationPage?> RecommendAsync(string personId, LeadSegment segment, CancellationToken cancellationToken)
    {
        try
        {
            var query = new RecommendationQuery
            {
                PersonId = personId,
                Segment = segment.Name(),
                Limit = MaxCandidates,
                Instant = time.GetUtcNow(),
                Explain = false,
            };
            // Half of the budget: a recommender that hangs must not make a stranger of a person who was read.
            var asked = recommender.RunAsync(query, cancellationToken);
            return asked.IsCompleted ? await asked : await asked.AsTask().WaitAsync(options.Budget / 2, time, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.RecommenderFailed(logger, exception);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(101, LogLevel.Warning, "The recommender failed; the answer goes without recommendations.")]
        public static partial void RecommenderFailed(ILogger logger, Exception exception);
    }
}
