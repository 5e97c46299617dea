using PersonalizationEngine.Core.Recommendations.Live;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>
/// A short random walk over shared sessions: one step from the context, newest item first, and one more from the places
/// it most likely leads to. The second step reaches good items that never shared a session with the current one and
/// orders the many that shared exactly one.
/// </summary>
internal static class SessionWalk
{
    private const float ContextDecay = 0.4f;
    private const int SecondSteps = 20;

    public static void Score(LiveState state, ServingWorkspace workspace)
    {
        var walk = workspace.Walk;
        walk.Reset(state.Items.Count);
        var weight = 1f;
        foreach (var item in workspace.ContextItems)
        {
            Step(state, item, weight, walk);
            weight *= ContextDecay;
        }

        workspace.TopItems.Begin(SecondSteps);
        foreach (var item in walk.Touched) workspace.TopItems.Offer(item, walk[item]);
        foreach (var (item, probability) in workspace.TopItems.Drain()) Step(state, item, probability, walk);
    }

    private static void Step(LiveState state, int from, float probability, ScoreBuffer walk)
    {
        if (state.SessionPartnersOf(from) is not { } partners) return;
        walk.AddScaled(partners.Items, partners.Weights, probability / partners.Total);
    }
}
