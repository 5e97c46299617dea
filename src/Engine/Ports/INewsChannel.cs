using PersonalizationEngine.Engine.OtherProcesses;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>How the processes of one installation tell each other what has changed.</summary>
public interface INewsChannel
{
    /// <summary>
    /// Tells all other processes. Returns at once and never fails; when news are lost on the way, those who missed them are
    /// told that everything may have changed.
    /// </summary>
    void Publish(News news);

    /// <summary>What other processes tell, from now until cancelled; never this process's own news. Ends only by cancellation.</summary>
    IAsyncEnumerable<News> ReadAsync(CancellationToken cancellationToken);
}
