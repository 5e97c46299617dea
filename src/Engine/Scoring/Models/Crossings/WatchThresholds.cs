using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Crossings;
using PersonalizationEngine.Core.Scoring.Models.Evaluation;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Scoring.Models.Crossings;

/// <summary>
/// Finds out who crossed a threshold of a model in force, by what they did or by time alone, and asks for the message that goes with
/// it, once. Each page is kept before the next is read: a run that is cut off is simply continued by the next one.
/// </summary>
public sealed partial class WatchThresholds(LeadModels models, IModelScores scores, ReadLeads leads, TimeProvider time, ILogger<WatchThresholds> logger)
{
    private const int PageSize = 500, MostTries = 5, FailuresInARow = 20;

    /// <summary>Nobody is looked at later than that though nothing happens.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(3650);

    /// <returns>How many crossings were noted.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var noted = 0;
        foreach (var model in await models.ActiveAsync(cancellationToken)) noted += await RunAsync(model, cancellationToken);
        return noted;
    }

    /// <summary>One person, now, by every model in force.</summary>
    public async Task RunAsync(string personId, CancellationToken cancellationToken)
    {
        foreach (var model in await models.ActiveAsync(cancellationToken))
        {
            var compiled = await models.CompileAsync(model.Value with { Id = model.Id }, cancellationToken);
            // Somebody else may be at the same person; then there is more to see.
            for (var i = 0; i < MostTries; i++)
            {
                if (await scores.FindAsync(model.Id, personId, cancellationToken) is not { } lead) return;
                if (await LookAsync(model, compiled, [lead], cancellationToken) is (1, _)) break;
            }
        }
    }

    private async Task<int> RunAsync(Stored<LeadModel> model, CancellationToken cancellationToken)
    {
        var compiled = await models.CompileAsync(model.Value with { Id = model.Id }, cancellationToken);
        var (now, last, noted) = (time.GetUtcNow(), "", 0);
        IReadOnlyList<WatchedLead> page;
        do
        {
            page = await scores.DueAsync(model.Id, model.Version, now, last, PageSize, cancellationToken);
            noted += await LookPatientlyAsync(model, compiled, page, cancellationToken);
            last = page.Count > 0 ? page[^1].Person.Person.PersonId : last;
        }
        while (page.Count == PageSize);
        return noted;
    }

    /// <summary>One person who cannot be looked at must not keep the others from it.</summary>
    /// <exception cref="Exception">Nobody could be looked at: then it is not about one person.</exception>
    private async Task<int> LookPatientlyAsync(
        Stored<LeadModel> model, CompiledLeadModel compiled, IReadOnlyList<WatchedLead> page, CancellationToken cancellationToken)
    {
        try
        {
            return (await LookAsync(model, compiled, page, cancellationToken)).Noted;
        }
        catch (Exception exception) when (page.Count > 1 && (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested))
        {
            var (noted, looked, failed) = (0, 0, 0);
            foreach (var lead in page)
            {
                try
                {
                    noted += (await LookAsync(model, compiled, [lead], cancellationToken)).Noted;
                    looked++;
                }
                catch (Exception one) when (one is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
                {
                    Log.NotLookedAt(logger, model.Value.Key, one);
                    if (++failed == FailuresInARow && looked == 0) throw;
                }
            }

            return noted;
        }
    }

    private async Task<(int Kept, int Noted)> LookAsync(
        Stored<LeadModel> model, CompiledLeadModel compiled, IReadOnlyList<WatchedLead> page, CancellationToken cancellationToken)
    {
        if (page.Count == 0) return (0, 0);
        // Before reading: what is written while it is read is of this instant or later, and makes them due again.
        var now = Milliseconds(time.GetUtcNow());
        var earliest = page.Min(lead => From(model, lead));
        var evidence = await leads.ReadAsync([.. page.Select(lead => lead.Person)], leads.Since(compiled, earliest), cancellationToken);
        var looked = page.Zip(evidence, (lead, known) => Look(model, compiled, lead, known, now)).ToList();
        var kept = await scores.SaveAsync(model.Id, looked, cancellationToken);
        var noted = looked.Sum(lead => lead.Crossings.Count);
        if (noted > 0) Log.Crossed(logger, noted, model.Value.Key);
        return (kept, noted);
    }

    private LookedAtLead Look(Stored<LeadModel> model, CompiledLeadModel compiled, WatchedLead lead, LeadEvidence evidence, DateTimeOffset now)
    {
        var begin = From(model, lead) is var since && since < now ? since : now;
        // Factors that are known of this moment only cannot say when they came to be what they are.
        var from = ReadLeads.IsOfNowOnly(compiled, evidence) ? now : begin;
        var curve = leads.Curve(compiled, evidence, from, now);
        var states = lead.Standing is { } standing && standing.ModelVersion == model.Version ? standing.States : Settled(model, lead, curve, from);
        var (next, crossings) = CrossingWatch.Advance(curve, states, from, now);
        var end = curve.KnownUntil is { } until && until < now + Horizon ? until : now + Horizon;
        var due = CrossingWatch.Next(curve, next, now, end) ?? curve.KnownUntil;
        return new LookedAtLead(
            evidence.PersonId, new LeadStanding(model.Version, next, now, lead.Standing?.Revision ?? 0), curve.At(now), due,
            [.. crossings.Select(crossing => Note(model, evidence, crossing))]);
    }

    /// <summary>A model that goes live sends nothing by itself. Who was first seen later was nobody then, and everything is a crossing.</summary>
    private static IReadOnlyList<ThresholdState> Settled(Stored<LeadModel> model, WatchedLead lead, LeadCurve curve, DateTimeOffset from)
    {
        if (lead.Standing is { } standing) return CrossingWatch.Settle(curve, standing.States, from);
        var isNew = lead.Person.Person.FirstSeenAt > model.UpdatedAt;
        return isNew ? CrossingWatch.Begin() : CrossingWatch.Settle(curve, CrossingWatch.Begin(), from);
    }

    private static NotedCrossing Note(Stored<LeadModel> model, LeadEvidence evidence, ThresholdCrossing crossing)
    {
        var id = CrossingIds.Of(model.Id, evidence.PersonId, crossing.Segment, crossing.Sequence);
        var action = model.Value.Crossings.ActionOf(crossing.Segment, crossing.IsUp);
        var allowed = action is null || action.Channel == CrossingAction.Webhook
            || evidence.Person?.Consents.Any(consent => consent.Purpose == action.Channel && consent.Granted) is true;
        return new NotedCrossing(id, crossing, action, allowed ? null : NotedCrossing.NoConsent);
    }

    /// <summary>From when on a person's score is to be followed: since they were looked at, or since the model is what it is.</summary>
    private static DateTimeOffset From(Stored<LeadModel> model, WatchedLead lead) =>
        lead.Standing is { } standing && standing.EvaluatedAt > model.UpdatedAt ? standing.EvaluatedAt
        : lead.Standing?.ModelVersion == model.Version ? lead.Standing.EvaluatedAt
        : model.UpdatedAt;

    /// <summary>As the store keeps instants.</summary>
    private static DateTimeOffset Milliseconds(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());

    private static partial class Log
    {
        [LoggerMessage(400, LogLevel.Information, "{Crossings} crossings of thresholds of {Model} were noted.")]
        public static partial void Crossed(ILogger logger, int crossings, string model);

        [LoggerMessage(401, LogLevel.Error, "Somebody could not be looked at by {Model} and stays where they are.")]
        public static partial void NotLookedAt(ILogger logger, string model, Exception exception);
    }
}
