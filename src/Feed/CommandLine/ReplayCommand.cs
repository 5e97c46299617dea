using System.CommandLine;
namespace PersonalizationEngine.Feed.CommandLine;
internal static class ReplayCommand { public static Command Create(FeedEnvironment environment) => new("replay", environment.TemporaryFolder); }
