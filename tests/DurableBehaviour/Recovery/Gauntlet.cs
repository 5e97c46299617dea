using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace DurableBehaviour.Recovery;

/// <summary>
/// A run through everything that a crash could break: a chain, a fan-out, sub-orchestrations, timers, events and a new
/// beginning. Its result depends on its input alone.
/// </summary>
public static class Gauntlet
{
    private const int Steps = 5, Width = 20, Children = 3, Generations = 2;

    /// <summary>What a run must end with, however often it was cut.</summary>
    public static string Expected(int seed)
    {
        var text = $"{seed}";
        for (var generation = 0; generation < Generations; generation++)
        {
            for (var step = 0; step < Steps; step++) text = Mix(new Portion(text, step));
            var wide = Enumerable.Range(0, Width).Select(i => Mix(new Portion($"{seed}", i)));
            var young = Enumerable.Range(0, Children).Select(i => Mix(new Portion(Mix(new Portion($"{seed}", i)), i)));
            text = Mix(new Portion(string.Concat([text, .. wide, .. young, $"word {generation}"]), generation));
        }

        return text;
    }

    [Function("Gauntlet")]
    public static async Task<string> Run([OrchestrationTrigger] TaskOrchestrationContext context, Leg leg)
    {
        context.SetCustomStatus($"generation {leg.Generation}");
        var text = leg.Text;
        for (var step = 0; step < Steps; step++) text = await MixAsync(context, new Portion(text, step));
        var timer = context.CreateTimer(TimeSpan.FromMilliseconds(100), CancellationToken.None);
        var wide = await Task.WhenAll(Enumerable.Range(0, Width).Select(i => MixAsync(context, new Portion($"{leg.Seed}", i))));
        await timer;
        var young = await Task.WhenAll(Enumerable.Range(0, Children).Select(i => context.CallSubOrchestratorAsync<string>(
            "GauntletChild", new Portion($"{leg.Seed}", i),
            new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-{leg.Generation}-{i}"))));
        var word = await context.WaitForExternalEvent<string>($"word-{leg.Generation}", TimeSpan.FromHours(1));
        text = await MixAsync(context, new Portion(string.Concat([text, .. wide, .. young, word]), leg.Generation));
        if (leg.Generation == Generations - 1) return text;
        context.ContinueAsNew(new Leg(leg.Seed, leg.Generation + 1, text));
        return "";
    }

    [Function("GauntletChild")]
    public static async Task<string> Child([OrchestrationTrigger] TaskOrchestrationContext context, Portion portion)
    {
        var half = await MixAsync(context, portion);
        await context.CreateTimer(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        return await MixAsync(context, portion with { Text = half });
    }

    [Function("GauntletMix")]
    public static async Task<string> MixSlowly([ActivityTrigger] Portion portion)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(portion.Salt % 7));
        return Mix(portion);
    }

    private static Task<string> MixAsync(TaskOrchestrationContext context, Portion portion) =>
        context.CallActivityAsync<string>("GauntletMix", portion);

    /// <summary>A text of eight letters in which every letter of the given one counts.</summary>
    private static string Mix(Portion portion)
    {
        var hash = 2166136261u + (uint)portion.Salt;
        foreach (var letter in portion.Text) hash = (hash ^ letter) * 16777619;
        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
