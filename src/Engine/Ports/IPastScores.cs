namespace PersonalizationEngine.Engine.Ports;

/// <summary>The score everybody had at an instant that moves on, kept beside the present one so that leads can be listed by the difference.</summary>
public interface IPastScores
{
    /// <summary>Goes on from where it was left, through the history of scores up to the instant. To do a part twice is to do it once.</summary>
    /// <param name="batch">Most entries of the history in one transaction.</param>
    /// <returns>How many entries were taken; fewer than the batch when it has come to the end.</returns>
    Task<int> FollowAsync(DateTimeOffset upTo, int batch, CancellationToken cancellationToken);
}
