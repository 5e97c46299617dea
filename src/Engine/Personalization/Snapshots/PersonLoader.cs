using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Delivery.Inbox;
using PersonalizationEngine.Engine.Personalization.Live;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Engine.Personalization.Snapshots;

/// <summary>Reads all a decision needs of a person from the stores and the recommender.</summary>
public sealed partial class PersonLoader(
    IPeople people,
    IInbox inbox,
    MeasureLead measure,
    RecommendToPeople recommender,
    ItemCatalogue catalogue,
    LiveActivity live,
    PersonGenerations generations,
    IAskedActs conditions,
    ConsentPolicy consent,
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
        var told = found?.ToProfile() ?? PersonProfile.Unknown(userId);
        var permissions = consent.Of(told.Consents);
        var profile = told.As(permissions);
        // Without consent they are a stranger to every decision, and nothing more is read of them. Their id stays: it finds them
        // again when they change their mind, and by it experiments allot, so that a word about consent moves nobody.
        var known = found is not null && permissions.Allow(Permissions.Personalization);
        var lately = known && permissions.Allow(Permissions.Analytics) ? live.OfAsync(profile.PersonId, cancellationToken) : LiveActivity.None;
        var asked = conditions.Acts;
        var measured = known ? await measure.RunAsync(profile.PersonId, cancellationToken, asked) : measure.Nothing(asked);
        var taste = permissions.Allow(Permissions.Personalization | Permissions.Analytics) ? profile.PersonId : null;
        var page = await RecommendAsync(taste, measured.Score.Segment, cancellationToken);
        var waiting = found is not null && InboxConsent.Allows(told.Consents) ? await inbox.GlanceAsync(profile.PersonId, readAt, cancellationToken) : InboxGlance.Empty;
        var candidates = page?.Items.Select(catalogue.ToCandidate).ToArray();

        var attributes = PersonAttributes.Of(profile, known, measured.Factors, measured.Score, await lately, measured.Acts);
        var state = new PersonState(profile, known, measured.Score, attributes, candidates ?? [])
        {
            Permissions = permissions,
            Kept = found?.Kept ?? await people.KeptByStrangerAsync(userId, cancellationToken),
        };
        return new PersonSnapshot(state, page?.Recommender ?? recommender.Name, generation, readAt, IsComplete: page is not null)
        {
            HasStandIn = page?.IsStandIn is true,
            Inbox = waiting,
        };
    }

    /// <summary>Somebody of whom nothing can be said because nothing could be read.</summary>
    public PersonSnapshot Blank(string userId)
    {
        var profile = PersonProfile.Unknown(userId);
        var measured = measure.Nothing();
        var attributes = PersonAttributes.Of(profile, false, measured.Factors, measured.Score);
        return new PersonSnapshot(
            new PersonState(profile, false, measured.Score, attributes, []) { Permissions = consent.Unasked }, recommender.Name, generations.Now, time.GetUtcNow(), IsComplete: false);
    }

    /// <summary>Null when the recommender failed: an answer without recommendations beats none.</summary>
    /// <param name="personId">Whose taste it goes by; null for nobody's.</param>
    private async Task<RecommendationPage?> RecommendAsync(string? personId, LeadSegment segment, CancellationToken cancellationToken)
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
