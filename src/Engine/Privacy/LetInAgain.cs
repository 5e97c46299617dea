using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Privacy;

/// <summary>Lets somebody be stored again who was erased and has come back of their own will. What was erased stays erased.</summary>
public sealed class LetInAgain(IErasures erasures, JustErased justErased, TimeProvider time)
{
    /// <returns>The erasure, lifted unless it is not through yet; null when the id is not erased.</returns>
    public async Task<Erasure?> RunAsync(string id, string by, CancellationToken cancellationToken)
    {
        var lifted = await erasures.LiftAsync(id, by, time.GetUtcNow(), cancellationToken);
        if (lifted is { LiftedAt: not null }) justErased.Clear();
        return lifted;
    }
}
