using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Engine.Personalization.Outbox;

/// <summary>
/// Carries what decisions leave behind to the store, in batches, without any answer waiting for it. Bounded: what does not fit
/// is dropped, counted and logged, never queued without end, and the person's next decision brings it again.
/// </summary>
public sealed partial class DecisionOutbox
{
    private const int Capacity = 50_000, BatchSize = 2_000, RememberedKeys = 200_000;

    private static readonly Counter<long> LostRequests = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.message_requests.lost", unit: "{request}", description: "Messages that rules asked for, dropped because the outbox was full or lost at the end.");

    private readonly IExposureStore _store;
    private readonly IRuleExposures _rules;
    private readonly WriteBehind<OutboxEntry> _entries;
    private readonly RecentlySeen<(long Experiment, string Person, int Variant, int Version)> _exposed = new(RememberedKeys);
    private readonly JustServed _justServed = new(RememberedKeys);
    private readonly RecentlySeen<(long Rule, string Person, string Channel, long Period)> _requested = new(RememberedKeys);
    private readonly RecentlySeen<(long Rule, string Person, bool HeldOut)> _reached = new(RememberedKeys);

    public DecisionOutbox(IExposureStore store, IRuleExposures rules, TimeProvider time, ILogger<DecisionOutbox> logger)
    {
        (_store, _rules) = (store, rules);
        var news = new WriteBehindNews<OutboxEntry>(
            NoteLost, (count, exception) => Log.NotStored(logger, count, exception), count => Log.Full(logger, count), count => Log.Lost(logger, count));
        LostExposures.Tell();
        _entries = new WriteBehind<OutboxEntry>(Capacity, BatchSize, SaveAsync, news, time);
    }

    public void Note(Decision decision)
    {
        var person = decision.Person.Profile.PersonId;
        if (decision.Person.Permissions.Allow(Permissions.Analytics)) NoteSeen(decision, person);
        foreach (var message in decision.Messages)
        {
            var (rule, request) = (message.Request.Rule, message.Request.Message);
            var period = (decision.Request.Now - DateTimeOffset.UnixEpoch).Ticks / request.Every.Ticks;
            var key = (rule.Id, person, request.Channel, period);
            if (!message.Allowed || !_requested.Add(key)) continue;
            var requested = new MessageRequest(rule.Id, person, request.Channel, request.Template, period, decision.Request.Now);
            if (!_entries.TryAdd(new OutboxEntry(null, requested, null))) _requested.Forget(key);
        }
    }

    /// <summary>What they were served, which is counted only of people who allow it.</summary>
    private void NoteSeen(Decision decision, string person)
    {
        foreach (var assignment in decision.Served)
        {
            var design = assignment.Experiment.Design;
            var key = (assignment.Experiment.Id, person, assignment.VariantIndex, design.BucketVersion);
            if (!assignment.InExperiment || !_exposed.Add(key)) continue;
            if (design.IsSticky) _justServed.Add(person, new KeptAssignment(assignment.Experiment.Id, design.BucketVersion, assignment.Variant.Key));
            var exposure = new Exposure(assignment.Experiment.Id, person, assignment.Variant.Key, decision.Request.Now)
            {
                BucketVersion = design.BucketVersion,
                IsKept = design.IsSticky,
            };
            if (!_entries.TryAdd(new OutboxEntry(exposure, null, null))) _exposed.Forget(key);
        }

        foreach (var measured in decision.Measured)
        {
            var key = (measured.Rule.Id, person, measured.HeldOut);
            if (!_reached.Add(key)) continue;
            var reached = new RuleExposure(measured.Rule.Id, person, measured.HeldOut, decision.Request.Now);
            if (!_entries.TryAdd(new OutboxEntry(null, null, reached))) _reached.Forget(key);
        }
    }

    /// <summary>The person with the variants that this process served them since they were read; what was stored goes first.</summary>
    public PersonState WithJustServed(PersonState person) =>
        _justServed.Of(person.Profile.PersonId) is { } more ? person with { Kept = [.. person.Kept, .. more] } : person;

    /// <summary>Somebody was served a variant, and it is stored already.</summary>
    public void NoteElsewhere(Exposure exposure)
    {
        if (exposure.IsKept) _justServed.Add(exposure.PersonId, new KeptAssignment(exposure.ExperimentId, exposure.BucketVersion, exposure.Variant));
    }

    /// <summary>People were erased: what was served to them is nobody's. What waits to be stored is left out by the store.</summary>
    public void Forget(IReadOnlyCollection<string> people)
    {
        foreach (var person in people) _justServed.Forget(person);
        _exposed.ForgetAll(key => people.Contains(key.Person));
        _requested.ForgetAll(key => people.Contains(key.Person));
        _reached.ForgetAll(key => people.Contains(key.Person));
    }

    /// <inheritdoc cref="WriteBehind{T}.RunAsync"/>
    public Task RunAsync(CancellationToken stopping) => _entries.RunAsync(stopping);

    private async Task SaveAsync(IReadOnlyList<OutboxEntry> batch)
    {
        await _store.SaveAsync(
            [.. batch.Where(entry => entry.Exposure is not null).Select(entry => entry.Exposure!.Value)],
            [.. batch.Where(entry => entry.Message is not null).Select(entry => entry.Message!.Value)],
            CancellationToken.None);
        // Apart from the rest: what is stored twice counts once, so that a batch can be stored again where this fails.
        var reached = batch.Where(entry => entry.Reached is not null).Select(entry => entry.Reached!.Value).ToList();
        if (reached.Count > 0) await _rules.SaveAsync(reached, CancellationToken.None);
    }

    private static void NoteLost(IReadOnlyList<OutboxEntry> lost)
    {
        var requests = lost.Count(entry => entry.Message is not null);
        if (requests > 0) LostRequests.Add(requests);
        LostExposures.Add(lost.Count - requests);
    }

    private readonly record struct OutboxEntry(Exposure? Exposure, MessageRequest? Message, RuleExposure? Reached);

    private static partial class Log
    {
        [LoggerMessage(121, LogLevel.Warning, "{Count} exposures and message requests could not be stored yet.")]
        public static partial void NotStored(ILogger logger, int count, Exception exception);

        [LoggerMessage(122, LogLevel.Error, "The outbox is full: {Count} exposures and message requests were dropped.")]
        public static partial void Full(ILogger logger, int count);

        [LoggerMessage(123, LogLevel.Error, "{Count} exposures and message requests are lost: the store took none of them before the end.")]
        public static partial void Lost(ILogger logger, int count);
    }
}
