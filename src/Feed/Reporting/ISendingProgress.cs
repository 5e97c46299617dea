namespace PersonalizationEngine.Feed.Reporting;

/// <summary>Told how a run gets on.</summary>
internal interface ISendingProgress
{
    /// <param name="done">Of the total, in its unit (bytes of the file, or events).</param>
    /// <param name="events">Events the engine has answered for in this run.</param>
    void Report(long done, long events);
}
