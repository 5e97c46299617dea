using PersonalizationEngine.Core.Experiments.Interop;
using PersonalizationEngine.Engine.Personalization.Playbooks;

namespace PersonalizationEngine.Engine.Experiments;

/// <summary>Experiments for GrowthBook SDKs, which then assign people themselves, as the engine would.</summary>
public sealed class OfferFeatures(PlaybookKeeper playbooks, TimeProvider time)
{
    /// <summary>JSON; the same bytes as long as nothing has changed.</summary>
    public ReadOnlyMemory<byte> Now()
    {
        var playbook = playbooks.Current;
        return GrowthBookFeatures.Write(playbook.Experiments.Select(one => one.Experiment), playbook.Holdout, playbook.Rules.Groups.Texts, time.GetUtcNow());
    }
}
