using PersonalizationEngine.Feed.CommandLine;

return await FeedCommandLine.RunAsync(args, FeedEnvironment.OfThisProcess());
