using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Scoring.History;

/// <summary>Keeps what everybody's score was a week ago. A run that is cut off is continued by the next one.</summary>
public sealed class FollowPastScores(IPastScores scores, TimeProvider time)
{
    public static readonly TimeSpan Ago = TimeSpan.FromDays(7);

    private const int Batch = 2000;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var upTo = time.GetUtcNow() - Ago;
        while (await scores.FollowAsync(upTo, Batch, cancellationToken) == Batch) cancellationToken.ThrowIfCancellationRequested();
    }
}
